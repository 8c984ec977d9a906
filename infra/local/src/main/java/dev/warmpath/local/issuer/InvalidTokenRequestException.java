package dev.warmpath.local.issuer;

/** A token request that names no valid token; the message is one sentence for its sender. */
public final class InvalidTokenRequestException extends Exception {
    public InvalidTokenRequestException(String message) {
        super(message);
    }
}
