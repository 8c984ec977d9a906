package dev.warmpath.cache;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * What is in a file: a mark, a checksum of all that follows, the time at which it expires, and the content.
 *
 * @param expiresAt in milliseconds of the epoch
 */
record StoredFile(long expiresAt, byte[] content) {
    private static final int MARK = 0x57504631;
    private static final int CHECKED_FROM = 2 * Integer.BYTES;
    private static final int HEAD = CHECKED_FROM + Long.BYTES;

    /** The file; empty if these bytes are no such file, or not all of one. */
    static Optional<StoredFile> of(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        if (bytes.length < HEAD || buffer.getInt() != MARK || buffer.getInt() != checksum(bytes)) {
            return Optional.empty();
        }
        long expiresAt = buffer.getLong();
        byte[] content = new byte[buffer.remaining()];
        buffer.get(content);
        return Optional.of(new StoredFile(expiresAt, content));
    }

    byte[] bytes() {
        byte[] bytes = ByteBuffer.allocate(HEAD + content.length)
                .putInt(MARK)
                .putInt(0)
                .putLong(expiresAt)
                .put(content)
                .array();
        ByteBuffer.wrap(bytes).putInt(Integer.BYTES, checksum(bytes));
        return bytes;
    }

    private static int checksum(byte[] bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, CHECKED_FROM, bytes.length - CHECKED_FROM);
        return (int) checksum.getValue();
    }
}
