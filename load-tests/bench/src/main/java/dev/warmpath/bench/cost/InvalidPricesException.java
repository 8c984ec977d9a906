package dev.warmpath.bench.cost;

/** A file of prices that cannot be read, lacks a price, or states one wrongly; the message says where and what is expected. */
public final class InvalidPricesException extends RuntimeException {
    private static final long serialVersionUID = 1;

    InvalidPricesException(String message) {
        super(message);
    }

    InvalidPricesException(String message, Throwable cause) {
        super(message, cause);
    }
}
