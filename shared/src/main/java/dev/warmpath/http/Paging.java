package dev.warmpath.http;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which page of a list a caller asks for: the query parameters {@code limit} and {@code cursor}.
 *
 * @param limit the most items on the page, 1 to {@value #LARGEST}, {@value #DEFAULT} if the caller gives none
 * @param cursor none for the first page
 */
public record Paging(int limit, Optional<Cursor> cursor) {
    static final int LARGEST = 100;
    static final int DEFAULT = 20;

    private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]?|100");

    /**
     * Reads the query of a list.
     *
     * @param filters the other parameters that the list takes
     * @throws ProblemException 400 for a parameter that is unknown or faulty
     */
    public static Paging of(Request request, String... filters) {
        List<String> known =
                Stream.concat(Stream.of(filters), Stream.of("limit", "cursor")).toList();
        if (!known.containsAll(request.query().keySet())) {
            throw faulty("The only query parameters are " + String.join(", ", known) + ".");
        }
        String limit = request.query().getOrDefault("limit", Integer.toString(DEFAULT));
        if (!LIMIT.matcher(limit).matches()) {
            throw faulty("The query parameter limit must be a whole number from 1 to " + LARGEST + ".");
        }
        return new Paging(
                Integer.parseInt(limit),
                Optional.ofNullable(request.query().get("cursor")).map(Cursor::decode));
    }

    /**
     * The cursor of a list that has these parts, at its start if the caller gave none.
     *
     * @throws ProblemException 400 if the caller gave one that has other parts
     */
    public Cursor cursorOver(Set<String> parts) {
        if (cursor.isPresent() && !cursor.get().positions().keySet().equals(parts)) {
            throw faulty("The cursor belongs to another query; give it with the parameters that it was answered to.");
        }
        return cursor.orElseGet(() -> Cursor.start(parts));
    }

    private static ProblemException faulty(String detail) {
        return new ProblemException(Problem.badRequest(detail));
    }
}
