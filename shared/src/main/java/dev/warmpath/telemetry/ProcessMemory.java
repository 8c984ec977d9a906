package dev.warmpath.telemetry;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;

/** The memory that this process occupies, which is what Lambda compares with the function's limit. */
final class ProcessMemory {
    private static final double PAGES_PER_MEGABYTE = 256;
    private static final int SECOND_FIELD = 1;

    private final byte[] buffer = new byte[64];
    private RandomAccessFile file;

    /** Resident megabytes as Linux counts them, with pages of 4 KiB; empty on other systems. */
    OptionalDouble residentMegabytes() {
        try {
            if (file == null) {
                file = new RandomAccessFile("/proc/self/statm", "r");
            }
            file.seek(0);
            int length = file.read(buffer);
            String[] pages = new String(buffer, 0, length, StandardCharsets.US_ASCII).split(" ");
            return OptionalDouble.of(Long.parseLong(pages[SECOND_FIELD]) / PAGES_PER_MEGABYTE);
        } catch (IOException e) {
            return OptionalDouble.empty();
        }
    }
}
