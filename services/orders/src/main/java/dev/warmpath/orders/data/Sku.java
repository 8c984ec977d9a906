package dev.warmpath.orders.data;

import dev.warmpath.json.TextRule;
import java.util.Optional;
import java.util.regex.Pattern;

/** What names a product. */
public final class Sku {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** What it looks like where callers give it. */
    public static final TextRule RULE = Sku::faultOf;

    private Sku() {}

    private static Optional<String> faultOf(String text) {
        return FORM.matcher(text).matches()
                ? Optional.empty()
                : Optional.of("must be 1 to 64 of the characters A-Z a-z 0-9 . _ - and start with a letter or digit");
    }
}
