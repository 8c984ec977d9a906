package dev.warmpath.local.http;

import java.io.IOException;

/** The port is in use; the message is one sentence that names it. */
public final class PortTakenException extends IOException {
    private final int port;

    PortTakenException(int port, Throwable cause) {
        super(
                "Port " + port + " of 127.0.0.1 is taken by another program: stop that program or choose another port.",
                cause);
        this.port = port;
    }

    public int port() {
        return port;
    }
}
