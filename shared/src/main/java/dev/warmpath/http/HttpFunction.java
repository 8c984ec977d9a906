package dev.warmpath.http;

/** What one route does. */
@FunctionalInterface
public interface HttpFunction {
    /**
     * Answers one request.
     *
     * @throws ProblemException for an answer that is an error; any other exception becomes a 500
     */
    Response respond(Request request);
}
