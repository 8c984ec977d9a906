package dev.warmpath.local.http;

/** A token that the authorizer refuses; the message is the {@code error_description} its sender gets. */
final class InvalidTokenException extends Exception {
    InvalidTokenException(String description) {
        super(description, null, false, false);
    }
}
