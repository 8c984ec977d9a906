package dev.warmpath.orders.data;

import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primaryPartitionKey;
import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primarySortKey;

import dev.warmpath.items.Timestamps;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How an {@link Order} is kept in the orders table; stated by hand, so that nothing is introspected at start. */
public final class OrderSchema {
    private static final Timestamps TIMESTAMPS = new Timestamps();

    private static final TableSchema<Order> SCHEMA = StaticImmutableTableSchema.builder(Order.class, OrderBuilder.class)
            .newItemBuilder(OrderBuilder::new, OrderBuilder::build)
            .addAttribute(
                    String.class,
                    a -> a.name("pk")
                            .getter(order -> order.key().pk())
                            .setter(OrderBuilder::pk)
                            .tags(primaryPartitionKey()))
            .addAttribute(
                    String.class,
                    a -> a.name("sk")
                            .getter(order -> order.key().sk())
                            .setter(OrderBuilder::sk)
                            .tags(primarySortKey()))
            .addAttribute(
                    OrderStatus.class,
                    a -> a.name("status").getter(Order::status).setter(OrderBuilder::status))
            .addAttribute(
                    EnhancedType.listOf(OrderLine.class),
                    a -> a.name("lines")
                            .getter(Order::lines)
                            .setter(OrderBuilder::lines)
                            .attributeConverter(new OrderLines()))
            .addAttribute(
                    Long.class,
                    a -> a.name("total")
                            .getter(order -> order.total().map(Money::amount).orElse(null))
                            .setter(OrderBuilder::total))
            .addAttribute(
                    String.class,
                    a -> a.name("currency")
                            .getter(order -> order.total().map(Money::currency).orElse(null))
                            .setter(OrderBuilder::currency))
            .addAttribute(
                    Reason.class,
                    a -> a.name("reason")
                            .getter(order -> order.reason().orElse(null))
                            .setter(OrderBuilder::reason))
            .addAttribute(
                    String.class,
                    a -> a.name("bodyHash").getter(Order::bodyHash).setter(OrderBuilder::bodyHash))
            .addAttribute(
                    String.class,
                    a -> a.name("correlationId").getter(Order::correlationId).setter(OrderBuilder::correlationId))
            .addAttribute(
                    Instant.class,
                    a -> a.name("placedAt")
                            .getter(Order::placedAt)
                            .setter(OrderBuilder::placedAt)
                            .attributeConverter(TIMESTAMPS))
            .addAttribute(
                    Instant.class,
                    a -> a.name("updatedAt")
                            .getter(Order::updatedAt)
                            .setter(OrderBuilder::updatedAt)
                            .attributeConverter(TIMESTAMPS))
            .addAttribute(
                    Integer.class,
                    a -> a.name("attempts")
                            .getter(order ->
                                    order.nextAttempt().map(Attempt::number).orElse(null))
                            .setter(OrderBuilder::attempts))
            .addAttribute(
                    Instant.class,
                    a -> a.name("nextAttemptAt")
                            .getter(order ->
                                    order.nextAttempt().map(Attempt::at).orElse(null))
                            .setter(OrderBuilder::nextAttemptAt)
                            .attributeConverter(TIMESTAMPS))
            // Derived from the others, for the two indexes, so nothing reads them back.
            .addAttribute(
                    String.class,
                    a -> a.name("pendingShard")
                            .getter(OrderSchema::pendingShard)
                            .setter((order, shard) -> {}))
            .addAttribute(
                    String.class,
                    a -> a.name("placedOrder")
                            .getter(order ->
                                    placedOrder(order.placedAt(), order.key().orderId()))
                            .setter((order, text) -> {}))
            .build();

    private OrderSchema() {}

    /** The row of an order, without attributes that it has no value for. */
    public static Map<String, AttributeValue> row(Order order) {
        return SCHEMA.itemToMap(order, true);
    }

    public static Order order(Map<String, AttributeValue> row) {
        return SCHEMA.mapToItem(row);
    }

    private static String pendingShard(Order order) {
        return order.nextAttempt().isPresent() ? order.key().pendingShard() : null;
    }

    /** Sorts the orders of a user by when they were placed; the id tells those of one millisecond apart. */
    public static String placedOrder(Instant placedAt, String orderId) {
        return Timestamps.text(placedAt) + "#" + orderId;
    }
}
