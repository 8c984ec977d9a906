package dev.warmpath.cache;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/**
 * How entries stand in a DynamoDB table: {@code key} (S), {@code entry} (B) in its written form, {@code version} (N) and
 * {@code form} (S) for the condition of writes, {@code expiresAt} (N) in seconds of the epoch.
 */
final class CacheRows<V> {
    private static final String KEY = "key";
    private static final String ENTRY = "entry";
    private static final String VERSION = "version";
    private static final String FORM = "form";
    private static final String EXPIRES_AT = "expiresAt";

    /** An item holds 400 KB, of which names, numbers and the longest key take less than 4. */
    private static final int MOST_BYTES = 396 * 1024;

    /** Not over a newer entry, nor over one as new in the same form; always over what has expired or is no entry. */
    private static final String CONDITION = "#expiresAt <= :now OR #version < :version"
            + " OR (#version = :version AND #form <> :form)"
            + " OR NOT (attribute_type(#entry, :B) AND attribute_type(#version, :N)"
            + " AND attribute_type(#form, :S) AND attribute_type(#expiresAt, :N))";

    private static final Map<String, String> NAMES =
            Map.of("#entry", ENTRY, "#version", VERSION, "#form", FORM, "#expiresAt", EXPIRES_AT);

    private final String prefix;
    private final WrittenForm<V> form;

    /** @param cache name of the cache, with which its keys begin */
    CacheRows(String cache, Codec<V> codec) {
        this.prefix = cache + ":";
        this.form = new WrittenForm<>(codec);
    }

    Map<String, AttributeValue> key(String key) {
        return Map.of(KEY, AttributeValue.fromS(prefix + key));
    }

    /** The entries among these rows that have not expired. */
    Map<String, Entry<V>> read(List<Map<String, AttributeValue>> rows, Instant now) {
        Map<String, Entry<V>> entries = new HashMap<>();
        rows.stream()
                .filter(row -> expiresAt(row) > now.getEpochSecond())
                .forEach(row -> written(row)
                        .flatMap(form::read)
                        .ifPresent(entry -> entries.put(row.get(KEY).s().substring(prefix.length()), entry)));
        return entries;
    }

    /**
     * What keeps an entry; empty if there is no time left for it. One that is too large for an item becomes a row that is no
     * entry, which still refuses what is older.
     */
    Optional<PutItemRequest.Builder> put(String key, Entry<V> entry, Instant now, Duration left) {
        long expiresAt = now.plus(left).getEpochSecond();
        if (expiresAt <= now.getEpochSecond()) {
            return Optional.empty();
        }
        byte[] whole = form.write(entry);
        byte[] written = whole.length > MOST_BYTES ? new byte[0] : whole;
        return Optional.of(PutItemRequest.builder()
                .item(row(key, entry, written, expiresAt))
                .conditionExpression(CONDITION)
                .expressionAttributeNames(NAMES)
                .expressionAttributeValues(values(entry, now)));
    }

    private Map<String, AttributeValue> row(String key, Entry<V> entry, byte[] written, long expiresAt) {
        Map<String, AttributeValue> row = new HashMap<>(key(key));
        row.put(ENTRY, AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(written)));
        row.put(VERSION, number(entry.version()));
        row.put(FORM, AttributeValue.fromS(form.form()));
        row.put(EXPIRES_AT, number(expiresAt));
        return row;
    }

    private Map<String, AttributeValue> values(Entry<V> entry, Instant now) {
        return Map.of(
                ":now", number(now.getEpochSecond()),
                ":version", number(entry.version()),
                ":form", AttributeValue.fromS(form.form()),
                ":B", AttributeValue.fromS("B"),
                ":N", AttributeValue.fromS("N"),
                ":S", AttributeValue.fromS("S"));
    }

    private static long expiresAt(Map<String, AttributeValue> row) {
        String seconds = row.getOrDefault(EXPIRES_AT, number(0)).n();
        return seconds != null && seconds.matches("\\d{1,18}") ? Long.parseLong(seconds) : 0;
    }

    private static Optional<byte[]> written(Map<String, AttributeValue> row) {
        return Optional.ofNullable(row.get(ENTRY)).map(AttributeValue::b).map(SdkBytes::asByteArrayUnsafe);
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
