package dev.warmpath.dynamodblocal;

/** DynamoDB Local cannot run; the message is one sentence for the person at the terminal. */
public final class EngineException extends RuntimeException {
    EngineException(String message) {
        super(message);
    }

    EngineException(String message, Throwable cause) {
        super(message, cause);
    }
}
