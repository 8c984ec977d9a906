package dev.warmpath.baseline.users;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

public final class UserRules {
    private static final Pattern USER_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~|:@-]{0,127}");
    private static final Pattern EMAIL = Pattern.compile(
            "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+"
                    + "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])");
    private static final int LONGEST_EMAIL = 254;

    private static final int LONGEST_NAME = 100;

    private UserRules() {}

    public static boolean fitsKey(String userId) {
        return !userId.isEmpty() && userId.length() <= 2048 / 3;
    }

    public static Optional<String> userId(String text) {
        return USER_ID.matcher(text).matches()
                ? Optional.empty()
                : Optional.of(
                        "must be 1 to 128 of the characters A-Z a-z 0-9 . _ ~ | : @ - and start with a letter or digit");
    }

    public static Optional<String> email(String text) {
        return text.length() <= LONGEST_EMAIL && EMAIL.matcher(text).matches()
                ? Optional.empty()
                : Optional.of("must be an e-mail address of at most 254 characters, such as ada@example.com");
    }

    public static Optional<String> name(String text) {
        String name = text.strip();
        int length = name.codePointCount(0, name.length());
        boolean right =
                length >= 1 && length <= LONGEST_NAME && name.codePoints().allMatch(UserRules::isPrintable);
        return right
                ? Optional.empty()
                : Optional.of(
                        "must be 1 to 100 characters, not counting space around them, without control characters");
    }

    public static Optional<String> status(String text) {
        return List.of("ACTIVE", "SUSPENDED").contains(text)
                ? Optional.empty()
                : Optional.of("must be ACTIVE or SUSPENDED");
    }

    private static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> true;
        };
    }
}
