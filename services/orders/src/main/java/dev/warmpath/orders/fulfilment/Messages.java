package dev.warmpath.orders.fulfilment;

import dev.warmpath.orders.data.BodyHash;
import dev.warmpath.orders.data.OrderKey;
import dev.warmpath.orders.data.OrderLine;
import dev.warmpath.orders.data.OrderMessage;
import dev.warmpath.orders.data.Sku;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/** Reads messages so that none can fail the reads and writes that it shares with others of its batch. */
public final class Messages {
    private static final int MOST_LINES = 50;
    private static final int MOST_OF_ONE = 10_000;

    private static final Pattern ORDER_ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private Messages() {}

    /** @throws IOException if the body is no message of an order that could have been placed */
    public static OrderMessage read(String body) throws IOException {
        OrderMessage message = OrderMessage.read(body);
        require(OrderKey.canBeOf(message.key().userId()), "a user id");
        require(ORDER_ID.matcher(message.key().orderId()).matches(), "an order id");
        require(!message.correlationId().isBlank(), "a correlation id");
        requireLines(message.lines());
        require(BodyHash.of(message.lines()).equals(message.bodyHash()), "the hash of its lines");
        return message;
    }

    private static void requireLines(List<OrderLine> lines) throws IOException {
        require(!lines.isEmpty() && lines.size() <= MOST_LINES, "1 to " + MOST_LINES + " lines");
        require(lines.stream().map(OrderLine::sku).distinct().count() == lines.size(), "distinct SKUs");
        for (OrderLine line : lines) {
            require(Sku.RULE.faultOf(line.sku()).isEmpty(), "valid SKUs");
            require(line.quantity() >= 1 && line.quantity() <= MOST_OF_ONE, "quantities of 1 to " + MOST_OF_ONE);
        }
    }

    private static void require(boolean holds, String what) throws IOException {
        if (!holds) {
            throw new IOException("The message must have " + what);
        }
    }
}
