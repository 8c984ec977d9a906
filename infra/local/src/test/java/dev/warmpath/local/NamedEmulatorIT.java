package dev.warmpath.local;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import org.junit.jupiter.api.BeforeAll;

/** A local run beside an emulator by others, where {@value #VARIABLE} names the URL of a running one. */
class NamedEmulatorIT extends EmulatorChecks {
    private static final String VARIABLE = "WARMPATH_EMULATOR";

    @BeforeAll
    static void requireOne() {
        assumeTrue(
                System.getenv(VARIABLE) != null,
                VARIABLE + " names no emulator; set it to the URL of a running one, such as http://127.0.0.1:4566");
    }

    @Override
    URI emulator() {
        return URI.create(System.getenv(VARIABLE));
    }
}
