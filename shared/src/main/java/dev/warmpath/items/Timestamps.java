package dev.warmpath.items;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Instants as text of one width, such as {@code 2026-11-20T10:50:40.000Z}, which sorts as the instants do from year 0 to 9999.
 * {@link Instant#toString()} leaves out zero fractions, so that a full second would sort behind its own milliseconds.
 */
public final class Timestamps implements AttributeConverter<Instant> {
    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    /** Years above have a sign and more digits. */
    private static final int LAST_YEAR = 9999;

    /** The text of an instant, of which nothing below a millisecond is kept. */
    public static String text(Instant instant) {
        return MILLISECONDS.format(instant);
    }

    /** As exact as it can be kept. */
    public static Instant exact(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Whether the text of an instant sorts as the instant does. */
    public static boolean sorts(Instant instant) {
        int year = instant.atOffset(ZoneOffset.UTC).getYear();
        return year >= 0 && year <= LAST_YEAR;
    }

    @Override
    public AttributeValue transformFrom(Instant instant) {
        return AttributeValue.fromS(text(instant));
    }

    @Override
    public Instant transformTo(AttributeValue value) {
        return Instant.parse(value.s());
    }

    @Override
    public EnhancedType<Instant> type() {
        return EnhancedType.of(Instant.class);
    }

    @Override
    public AttributeValueType attributeValueType() {
        return AttributeValueType.S;
    }
}
