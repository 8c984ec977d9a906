package dev.warmpath.orders;

import dev.warmpath.events.RetryDelay;
import dev.warmpath.json.Json;
import dev.warmpath.orders.data.Customers;
import dev.warmpath.orders.data.Money;
import dev.warmpath.orders.data.Order;
import dev.warmpath.orders.data.OrderKey;
import dev.warmpath.orders.data.OrderLine;
import dev.warmpath.orders.data.OrderMessage;
import dev.warmpath.orders.data.OrderSchema;
import dev.warmpath.orders.data.Product;
import dev.warmpath.orders.data.Products;
import dev.warmpath.orders.data.Stock;
import dev.warmpath.orders.fulfilment.DeadLetters;
import dev.warmpath.orders.fulfilment.FactReads;
import dev.warmpath.orders.fulfilment.Fulfilment;
import dev.warmpath.orders.fulfilment.Moves;
import dev.warmpath.orders.fulfilment.RequeueSchedule;
import dev.warmpath.orders.fulfilment.StaleOrders;
import dev.warmpath.orders.fulfilment.WorkerQueue;
import dev.warmpath.orders.products.ProductCaches;
import dev.warmpath.orders.products.ProductTable;
import dev.warmpath.testing.DynamoDbEngine;
import dev.warmpath.testing.Invocations;
import dev.warmpath.testing.SqsEngine;
import dev.warmpath.testing.TestContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Tables and queues of a test's own on the real engines, and the workers on them. */
record WorkerEngines(OrdersTable table, String users, SqsClient sqs, String queue, String deadLetters) {
    /** So long that no message comes back within a test unless its function sees to it. */
    private static final String VISIBILITY_SECONDS = "600";

    private static final int PATIENCE_SECONDS = 15;

    static WorkerEngines createdOn(DynamoDbEngine dynamoDb, SqsEngine sqs) {
        String users = "users-" + UUID.randomUUID();
        dynamoDb.client()
                .createTable(table -> table.tableName(users)
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(AttributeDefinition.builder()
                                .attributeName("userId")
                                .attributeType(ScalarAttributeType.S)
                                .build())
                        .keySchema(KeySchemaElement.builder()
                                .attributeName("userId")
                                .keyType(KeyType.HASH)
                                .build()));
        return new WorkerEngines(
                OrdersTable.createdOn(dynamoDb), users, sqs.client(), createQueue(sqs), createQueue(sqs));
    }

    private static String createQueue(SqsEngine sqs) {
        return sqs.client()
                .createQueue(queue -> queue.queueName("orders-" + UUID.randomUUID())
                        .attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, VISIBILITY_SECONDS)))
                .queueUrl();
    }

    FulfilOrders fulfilOrders() {
        return fulfilOrders(table.client(), Clock.systemUTC());
    }

    FulfilOrders fulfilOrders(DynamoDbClient client, Clock clock) {
        return new FulfilOrders(
                new FactReads(new Customers(client, users), products(client)),
                new Fulfilment(new Moves(client, table.name()), clock),
                new RetryDelay(sqs, queue));
    }

    /** The catalogue without caches. */
    private Products products(DynamoDbClient client) {
        return new ProductCaches(new ProductTable(client, table.name()), Optional.empty(), System::nanoTime)
                .many(Duration.ZERO);
    }

    RequeueStaleOrders requeueStaleOrders(
            DynamoDbClient client, SqsClient sender, RequeueSchedule schedule, Clock clock) {
        return new RequeueStaleOrders(
                new StaleOrders(client, table.name(), new WorkerQueue(sender, queue), schedule, clock),
                new DeadLetters(sqs, deadLetters));
    }

    void customer(String userId, String status) {
        table.client()
                .putItem(put -> put.tableName(users)
                        .item(Map.of("userId", AttributeValue.fromS(userId), "status", AttributeValue.fromS(status))));
    }

    void product(String sku, long price, String currency, long available) {
        table.put(new Product(sku, "Product " + sku, new Money(price, currency), 1).row());
        Map<String, AttributeValue> stock = new HashMap<>(Stock.key(sku));
        stock.put("available", AttributeValue.fromN(Long.toString(available)));
        stock.put("version", AttributeValue.fromN("1"));
        table.put(stock);
    }

    /** An order that has neither row nor message yet. */
    static Order order(String userId, OrderLine... lines) {
        Instant now = Instant.parse("2026-11-20T10:50:40.123Z");
        return Order.placed(
                new OrderKey(userId, UUID.randomUUID().toString()),
                List.of(lines),
                "correlation-1",
                now,
                now.plusSeconds(60));
    }

    /** Puts the row of an order and sends its message. */
    Order place(Order order) {
        put(order);
        send(order);
        return order;
    }

    void put(Order order) {
        table.put(OrderSchema.row(order));
    }

    void send(Order order) {
        send(OrderMessage.of(order).body());
    }

    void send(String body) {
        sqs.sendMessage(send -> send.queueUrl(queue).messageBody(body));
    }

    Order stored(Order order) {
        return table.order(order.key()).orElseThrow();
    }

    /** Delivers up to ten messages as Lambda does: those that did not fail are deleted. */
    Delivery deliver(FulfilOrders worker) throws IOException {
        return deliver(worker, new TestContext());
    }

    Delivery deliver(FulfilOrders worker, TestContext context) throws IOException {
        List<Message> messages = receive(queue);
        List<String> failed = failed(Invocations.call(worker, event(messages), context));
        messages.stream()
                .filter(message -> !failed.contains(message.messageId()))
                .forEach(message ->
                        sqs.deleteMessage(delete -> delete.queueUrl(queue).receiptHandle(message.receiptHandle())));
        return new Delivery(messages, failed);
    }

    /** Up to ten messages; waits until there is one. */
    List<Message> receive(String from) {
        return sqs.receiveMessage(receive -> receive.queueUrl(from)
                        .maxNumberOfMessages(10)
                        .waitTimeSeconds(PATIENCE_SECONDS)
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                .messages();
    }

    static String event(List<Message> messages) {
        List<Map<String, Object>> records = new ArrayList<>();
        messages.forEach(message -> records.add(Map.of(
                "messageId",
                message.messageId(),
                "receiptHandle",
                message.receiptHandle(),
                "body",
                message.body(),
                "attributes",
                message.attributesAsStrings())));
        return Json.write(Map.of("Records", records));
    }

    private static List<String> failed(String answer) throws IOException {
        var fields = Json.read(new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)));
        return ((List<?>) fields.get("batchItemFailures"))
                .stream()
                        .map(failure -> (String) Json.fields(failure).get("itemIdentifier"))
                        .toList();
    }

    /** What was delivered, and the ids of what failed. */
    record Delivery(List<Message> messages, List<String> failed) {}

    /** Gives a test tables and queues of its own, on engines for all tests. */
    static final class OnRealEngines implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == WorkerEngines.class;
        }

        @Override
        public WorkerEngines resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return createdOn(DynamoDbEngine.of(context), SqsEngine.of(context));
        }
    }
}
