package dev.warmpath.batch;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The size of an item as DynamoDB stores and limits it: the lengths of the names and values of its attributes (<a
 * href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html">"DynamoDB item sizes
 * and formats"</a>). That of numbers is documented as approximate.
 */
final class ItemSize {
    /** 400 KB (<a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html">"Quotas"</a>). */
    static final int MAX_BYTES = 400 << 10;

    private static final int COLLECTION = 3;
    private static final int ELEMENT = 1;

    private ItemSize() {}

    static long of(Map<String, AttributeValue> attributes) {
        return attributes.entrySet().stream()
                .mapToLong(attribute -> text(attribute.getKey()) + value(attribute.getValue()))
                .sum();
    }

    private static long value(AttributeValue value) {
        return switch (value.type()) {
            case S -> text(value.s());
            case N -> number(value.n());
            case B -> bytes(value.b());
            case SS -> value.ss().stream().mapToLong(ItemSize::text).sum();
            case NS -> value.ns().stream().mapToLong(ItemSize::number).sum();
            case BS -> value.bs().stream().mapToLong(ItemSize::bytes).sum();
            case M -> COLLECTION + (long) value.m().size() * ELEMENT + of(value.m());
            case L -> COLLECTION + list(value.l());
            case BOOL, NUL, UNKNOWN_TO_SDK_VERSION -> 1;
        };
    }

    private static long list(Collection<AttributeValue> elements) {
        return elements.stream().mapToLong(element -> ELEMENT + value(element)).sum();
    }

    private static long text(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** One byte for every two significant digits, and one more. */
    private static long number(String number) {
        String digits = number.replaceAll("[eE].*|[^0-9]", "").replaceAll("^0+|0+$", "");
        return (digits.length() + 1) / 2 + 1;
    }

    private static long bytes(SdkBytes bytes) {
        return bytes.asByteArrayUnsafe().length;
    }
}
