package dev.warmpath.orders.data;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** Tells what one request orders from what another one does: the same lines in the same order have the same hash. */
public final class BodyHash {
    private BodyHash() {}

    /** SHA-256 in base64url, 43 characters. */
    public static String of(List<OrderLine> lines) {
        // No SKU has a space or a line break in it, so that no two lists come to one text.
        String text =
                lines.stream().map(line -> line.sku() + " " + line.quantity()).collect(Collectors.joining("\n"));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(text));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
