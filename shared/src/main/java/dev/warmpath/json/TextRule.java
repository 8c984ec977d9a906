package dev.warmpath.json;

import java.util.Optional;

/** What the text of a field must look like. */
@FunctionalInterface
public interface TextRule {
    /** Says what is wrong with the text and what would be right, without repeating the text; empty if it is right. */
    Optional<String> faultOf(String text);
}
