package dev.warmpath.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A strong entity tag (RFC 9110, section 8.8.3) made of a resource's version. */
public record ETag(long version) {
    /** One element of a list, which may be empty, up to its comma or the end. */
    static final Pattern ELEMENT = Pattern.compile(
            "\\G[ \\t]*(?:(?<weak>W/)?(?<tag>\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\"))?[ \\t]*(?<end>,|\\z)");

    /** Zero is the version of nothing. */
    private static final Pattern OF_A_VERSION = Pattern.compile("\"[1-9a-f][0-9a-f]{0,15}\"");

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
            if (toString().equals(elements.group("tag"))) {
                return true;
            }
            more = !elements.group("end").isEmpty();
        }
        return false;
    }

    /** Reads a tag in its quotes, empty for one that no version makes. */
    static Optional<ETag> parse(String tag) {
        return OF_A_VERSION.matcher(tag).matches()
                ? Optional.of(new ETag(Long.parseUnsignedLong(tag, 1, tag.length() - 1, 16)))
                : Optional.empty();
    }

    /** The tag as headers carry it, in its quotes. */
    @Override
    public String toString() {
        return '"' + Long.toHexString(version) + '"';
    }
}
