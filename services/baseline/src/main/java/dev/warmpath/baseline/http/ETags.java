package dev.warmpath.baseline.http;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

public final class ETags {
    private ETags() {}

    public static String of(long version) {
        return '"' + Long.toHexString(version) + '"';
    }

    public static boolean matches(String ifNoneMatch, String etag) {
        if (ifNoneMatch.strip().equals("*")) {
            return true;
        }
        Matcher elements = element().matcher(ifNoneMatch);
        boolean more = true;
        while (more && elements.find()) {
            if (etag.equals(elements.group("tag"))) {
                return true;
            }
            more = !elements.group("end").isEmpty();
        }
        return false;
    }

    public static List<String> required(ApiRequest request) {
        String header = request.header("if-match").orElse("").strip();
        if (header.isEmpty()) {
            throw new ApiException(
                    428,
                    "Precondition Required",
                    "A change needs If-Match with the ETag of the version that it is made to.");
        }
        if (header.equals("*")) {
            throw new ApiException(
                    428,
                    "Precondition Required",
                    "If-Match: * would overwrite a version that you have not seen; give the ETag of one instead.");
        }
        List<String> tags = strongTags(header);
        if (tags.size() > 100) {
            throw ApiException.badRequest("If-Match must not name more than 100 versions.");
        }
        return tags;
    }

    private static List<String> strongTags(String header) {
        List<String> tags = new ArrayList<>();
        Matcher elements = element().matcher(header);
        boolean more = true;
        while (more) {
            if (!elements.find()) {
                throw ApiException.badRequest("If-Match must be a list of entity tags, such as \"1f\", \"20\".");
            }
            String tag = elements.group("tag");
            if (tag != null && elements.group("weak") == null && !tags.contains(tag)) {
                tags.add(tag);
            }
            more = !elements.group("end").isEmpty();
        }
        return tags;
    }

    private static Pattern element() {
        return Pattern.compile(
                "\\G[ \\t]*(?:(?<weak>W/)?(?<tag>\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\"))?[ \\t]*(?<end>,|\\z)");
    }
}
