package dev.warmpath.batch;

import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The most bytes that an item takes in the JSON of a request, where it can be larger than stored. */
final class WireSize {
    /** Braces, quotes, colons, comma and the name of the type. */
    private static final int AROUND_VALUE = 16;

    /** Of a control character: a backslash, a u and four digits. */
    private static final int ESCAPED = 6;

    private static final int LONGEST_CHARACTER = 3;

    private WireSize() {}

    static long of(Map<String, AttributeValue> attributes) {
        return attributes.entrySet().stream()
                .mapToLong(attribute -> text(attribute.getKey()) + value(attribute.getValue()))
                .sum();
    }

    private static long value(AttributeValue value) {
        return AROUND_VALUE
                + switch (value.type()) {
                    case S -> text(value.s());
                    case N -> text(value.n());
                    case B -> base64(value.b());
                    case SS -> value.ss().stream().mapToLong(WireSize::text).sum();
                    case NS -> value.ns().stream().mapToLong(WireSize::text).sum();
                    case BS -> value.bs().stream().mapToLong(WireSize::base64).sum();
                    case M -> of(value.m());
                    case L -> value.l().stream().mapToLong(WireSize::value).sum();
                    case BOOL, NUL, UNKNOWN_TO_SDK_VERSION -> 0;
                };
    }

    private static long text(String text) {
        return AROUND_VALUE + text.chars().mapToLong(WireSize::character).sum();
    }

    private static long character(int character) {
        if (character < ' ') {
            return ESCAPED;
        }
        if (character < 0x80) {
            return character == '"' || character == '\\' ? 2 : 1;
        }
        return LONGEST_CHARACTER;
    }

    private static long base64(SdkBytes bytes) {
        return AROUND_VALUE + (bytes.asByteArrayUnsafe().length + 2L) / 3 * 4;
    }
}
