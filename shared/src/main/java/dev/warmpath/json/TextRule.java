package dev.warmpath.json;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What the text of a field must look like. */
@FunctionalInterface
public interface TextRule {
    /** Says what is wrong with the text and what would be right, without repeating the text; empty if it is right. */
    Optional<String> faultOf(String text);

    /** This rule for texts of one document that must all differ: one that was there before is a fault. */
    default TextRule distinct() {
        Set<String> before = new HashSet<>();
        return text -> before.add(text) ? faultOf(text) : Optional.of("must be given once only");
    }

    /** That a text has 1 to so many characters, not counting space around them, and none that cannot be seen. */
    static TextRule printable(int most) {
        Optional<String> fault = Optional.of(
                "must be 1 to " + most + " characters, not counting space around them, without control characters");
        return text -> {
            String stripped = text.strip();
            int length = stripped.codePointCount(0, stripped.length());
            boolean right =
                    length >= 1 && length <= most && stripped.codePoints().allMatch(PrintableCharacters::contain);
            return right ? Optional.empty() : fault;
        };
    }
}
