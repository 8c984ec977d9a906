package dev.warmpath.http;

/** Ends a request with an answer that is an error. */
public final class ProblemException extends RuntimeException {
    private final transient Problem problem;

    public ProblemException(Problem problem) {
        // An answer needs no stack: taking one is the dearest part of refusing a request.
        super(problem.title(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
