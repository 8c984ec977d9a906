package dev.warmpath.http;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * The {@code If-Match} header of a request that changes a resource, which such a request must have.
 *
 * @param versions that the caller has seen and agrees to change; tags that no version makes, and weak ones, which never
 *     match (RFC 9110, section 13.1.1), are left out
 */
public record IfMatch(Set<Long> versions) {
    /** Operands that DynamoDB's {@code IN} takes ("Comparison operator and function reference"). */
    public static final int MOST_VERSIONS = 100;

    public IfMatch {
        versions = Set.copyOf(versions);
    }

    /**
     * Reads the header.
     *
     * @throws ProblemException 428 if it is missing or {@code *}, which would overwrite a version that nobody has looked at; 400
     *     if it is no list of entity tags, or names over {@value #MOST_VERSIONS} versions
     */
    public static IfMatch of(Request request) {
        String header = request.header("if-match").orElse("").strip();
        if (header.isEmpty()) {
            throw required("A change needs If-Match with the ETag of the version that it is made to.");
        }
        if (header.equals("*")) {
            throw required(
                    "If-Match: * would overwrite a version that you have not seen; give the ETag of one instead.");
        }
        return new IfMatch(versions(header));
    }

    private static Set<Long> versions(String header) {
        Set<Long> versions = new LinkedHashSet<>();
        Matcher elements = ETag.ELEMENT.matcher(header);
        do {
            if (!elements.find()) {
                throw faulty("If-Match must be a list of entity tags, such as \"1f\", \"20\".");
            }
            if (elements.group("tag") != null && elements.group("weak") == null) {
                ETag.parse(elements.group("tag")).ifPresent(tag -> versions.add(tag.version()));
            }
        } while (!elements.group("end").isEmpty());
        if (versions.size() > MOST_VERSIONS) {
            throw faulty("If-Match must not name more than " + MOST_VERSIONS + " versions.");
        }
        return versions;
    }

    private static ProblemException required(String detail) {
        return new ProblemException(Problem.preconditionRequired(detail));
    }

    private static ProblemException faulty(String detail) {
        return new ProblemException(Problem.badRequest(detail));
    }
}
