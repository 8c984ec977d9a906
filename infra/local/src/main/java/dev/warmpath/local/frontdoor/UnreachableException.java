package dev.warmpath.local.frontdoor;

import java.io.IOException;

/** An engine that does not answer. */
final class UnreachableException extends IOException {
    UnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}
