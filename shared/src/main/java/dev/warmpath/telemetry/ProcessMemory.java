package dev.warmpath.telemetry;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.OptionalDouble;

/** The memory that this process occupies, which is what Lambda compares with the function's limit. */
final class ProcessMemory {
    private static final double PAGES_PER_MEGABYTE = 256;
    private final byte[] buffer = new byte[128];
    private RandomAccessFile file;

    /** Resident megabytes as Linux counts them, with pages of 4 KiB; empty on other systems. */
    OptionalDouble residentMegabytes() {
        try {
            if (file == null) {
                file = new RandomAccessFile("/proc/self/statm", "r");
            }
            file.seek(0);
            int length = file.read(buffer);
            return OptionalDouble.of(secondNumber(length) / PAGES_PER_MEGABYTE);
        } catch (IOException e) {
            return OptionalDouble.empty();
        }
    }

    /** The first number of that file is the size of the address space, the second what is resident. */
    private long secondNumber(int length) {
        int position = 0;
        while (position < length && buffer[position] != ' ') {
            position++;
        }
        long number = 0;
        for (position++; position < length && buffer[position] != ' '; position++) {
            number = number * 10 + buffer[position] - '0';
        }
        return number;
    }
}
