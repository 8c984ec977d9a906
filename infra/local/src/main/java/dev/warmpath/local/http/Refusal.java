package dev.warmpath.local.http;

/** Ends a request with an answer of the gateway itself. */
final class Refusal extends Exception {
    private final transient Answer answer;

    /** @param reason for the log line, such as {@code Throttled}; the caller sees only the answer */
    Refusal(Answer answer, String reason) {
        super(reason, null, false, false);
        this.answer = answer;
    }

    static Refusal badRequest() {
        return new Refusal(Answer.message(400, "Bad Request"), "BadRequest");
    }

    static Refusal notFound() {
        return new Refusal(Answer.message(404, "Not Found"), "RouteNotFound");
    }

    static Refusal tooLarge() {
        return new Refusal(Answer.message(413, "Request Entity Too Large"), "RequestTooLarge");
    }

    static Refusal tooManyRequests() {
        return new Refusal(Answer.message(429, "Too Many Requests"), "RouteThrottled");
    }

    static Refusal internalError(String reason) {
        return new Refusal(Answer.message(500, "Internal Server Error"), reason);
    }

    static Refusal integrationTimeout() {
        return new Refusal(Answer.message(503, "Service Unavailable"), "IntegrationTimeout");
    }

    Answer answer() {
        return answer;
    }
}
