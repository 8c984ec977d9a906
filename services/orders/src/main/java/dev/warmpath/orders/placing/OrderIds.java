package dev.warmpath.orders.placing;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes the ids of orders, as UUIDs of RFC 9562. */
final class OrderIds {
    private static final int VERSION_BITS = 4;
    private static final int RANDOM_BITS_BESIDE_TIME = 12;
    private static final int TIME_VERSION = 7;
    private static final int NAME_VERSION = 8;
    private static final int VARIANT_SHIFT = 62;
    private static final long VARIANT = 2L << VARIANT_SHIFT;

    private final RandomGenerator random;

    /**
     * @param random where ids get what nobody can guess; a {@link java.security.SecureRandom}, since it alone differs between
     *     environments restored from one snapshot
     */
    OrderIds(RandomGenerator random) {
        this.random = random;
    }

    /** An id that no order has: version 7, which sorts by time. */
    UUID fresh(Instant now) {
        long high = now.toEpochMilli() << VERSION_BITS + RANDOM_BITS_BESIDE_TIME
                | random.nextLong(1 << RANDOM_BITS_BESIDE_TIME);
        return uuid(TIME_VERSION, high, random.nextLong());
    }

    /** The id of the order that a caller places under a key, always the same one: version 8, by SHA-256. */
    static UUID named(String userId, String key) {
        ByteBuffer hash = ByteBuffer.wrap(sha256(name(userId, key)));
        return uuid(NAME_VERSION, hash.getLong(), hash.getLong());
    }

    /** With their lengths, so that no other caller and key come to the same name. */
    static byte[] name(String userId, String key) {
        ByteArrayOutputStream name = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(name)) {
            out.writeUTF(userId);
            out.writeUTF(key);
        } catch (IOException e) {
            throw new UncheckedIOException("An id or key is longer than 65,535 bytes", e);
        }
        return name.toByteArray();
    }

    private static UUID uuid(int version, long high, long low) {
        long versioned = high & ~0xF000L | (long) version << RANDOM_BITS_BESIDE_TIME;
        return new UUID(versioned, low & (1L << VARIANT_SHIFT) - 1 | VARIANT);
    }

    private static byte[] sha256(byte[] name) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
