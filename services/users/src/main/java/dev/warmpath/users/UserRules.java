package dev.warmpath.users;

import dev.warmpath.json.TextRule;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the fields of a user must look like. */
final class UserRules {
    /** Fits the subjects that Cognito and OpenID providers issue, such as {@code auth0|5f7c}, and is never a path of dots. */
    private static final Pattern USER_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~|:@-]{0,127}");

    /** A local part, an at sign and a domain with a dot; whether mail arrives, only sending tells. */
    private static final Pattern EMAIL = Pattern.compile(
            "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+"
                    + "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])");

    /** Of an address in a mail's envelope (RFC 5321, section 4.5.3.1.3, without the angle brackets). */
    private static final int LONGEST_EMAIL = 254;

    private static final TextRule NAME = TextRule.printable(100);

    private UserRules() {}

    /** Whether an id can be a key at all: DynamoDB takes 1 to 2,048 bytes, and a character has 3 at most. */
    static boolean fitsKey(String userId) {
        return !userId.isEmpty() && userId.length() <= 2048 / 3;
    }

    static Optional<String> userId(String text) {
        return USER_ID.matcher(text).matches()
                ? Optional.empty()
                : Optional.of(
                        "must be 1 to 128 of the characters A-Z a-z 0-9 . _ ~ | : @ - and start with a letter or digit");
    }

    static Optional<String> email(String text) {
        return text.length() <= LONGEST_EMAIL && EMAIL.matcher(text).matches()
                ? Optional.empty()
                : Optional.of("must be an e-mail address of at most 254 characters, such as ada@example.com");
    }

    static Optional<String> name(String text) {
        return NAME.faultOf(text);
    }

    static Optional<String> status(String text) {
        return text.equals(Status.ACTIVE.name()) || text.equals(Status.SUSPENDED.name())
                ? Optional.empty()
                : Optional.of("must be ACTIVE or SUSPENDED");
    }
}
