package dev.warmpath.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A strong entity tag (RFC 9110, section 8.8.3) made of a resource's version. */
public record ETag(long version) {
    /** One element of a list, which may be empty, up to its comma or the end. */
    private static final Pattern ELEMENT =
            Pattern.compile("\\G[ \\t]*(?:(?:W/)?(\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\"))?[ \\t]*(,|\\z)");

    /**
     * Whether an {@code If-None-Match} header names this tag, or any ({@code *}). Compares weakly, as RFC 9110 section 13.1.2
     * asks; nothing from an element on that is no tag counts.
     */
    public boolean isNamedBy(String ifNoneMatch) {
        if (ifNoneMatch.strip().equals("*")) {
            return true;
        }
        Matcher elements = ELEMENT.matcher(ifNoneMatch);
        boolean more = true;
        while (more && elements.find()) {
            if (toString().equals(elements.group(1))) {
                return true;
            }
            more = !elements.group(2).isEmpty();
        }
        return false;
    }

    /** The tag as headers carry it, in its quotes. */
    @Override
    public String toString() {
        return '"' + Long.toHexString(version) + '"';
    }
}
