package dev.warmpath.orders;

import dev.warmpath.cache.Loaded;
import dev.warmpath.clients.CannedAnswer;
import dev.warmpath.events.RetryDelay;
import dev.warmpath.orders.data.Customers;
import dev.warmpath.orders.data.Money;
import dev.warmpath.orders.data.Product;
import dev.warmpath.orders.fulfilment.DeadLetters;
import dev.warmpath.orders.fulfilment.FactReads;
import dev.warmpath.orders.fulfilment.Fulfilment;
import dev.warmpath.orders.fulfilment.Moves;
import dev.warmpath.orders.fulfilment.RequeueSchedule;
import dev.warmpath.orders.fulfilment.StaleOrders;
import dev.warmpath.orders.fulfilment.WorkerQueue;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Workers on tables and queues that have one made-up order, customer and product and accept every write: lets priming warm what
 * only a success runs through, from the clients' own parsers on. Nothing leaves the process.
 */
final class PrimingWorkers {
    private static final String NAME = "priming";

    /** An order that is due, a customer and a key at once. */
    private static final String ROW = """
            {"pk": {"S": "USER#priming"}, "sk": {"S": "ORDER#priming"}, "status": {"S": "PENDING"},
            "lines": {"L": [{"M": {"sku": {"S": "priming"}, "quantity": {"N": "1"}}}]},
            "bodyHash": {"S": "oipMeXluTDtn4NX15AdCVnVtcrO_VIFO0hydYAZ2ws8"}, "correlationId": {"S": "priming"},
            "placedAt": {"S": "2026-01-01T00:00:00.001Z"}, "updatedAt": {"S": "2026-01-01T00:00:00.001Z"},
            "attempts": {"N": "0"}, "nextAttemptAt": {"S": "2026-01-01T00:01:00.001Z"},
            "userId": {"S": "priming"}}""";

    /** What each of DynamoDB's calls reads is among these fields; it skips the others. */
    private static final String TABLE_ANSWER =
            "{\"Items\":[" + ROW + "],\"Count\":1,\"Responses\":{\"" + NAME + "\":[" + ROW + "]}}";

    private static final String QUEUE_ANSWER = """
            {"Successful": [{"Id": "0", "MessageId": "priming", "MD5OfMessageBody": "priming"}], "Failed": [],
            "Attributes": {"ApproximateNumberOfMessages": "1"}}""";

    private PrimingWorkers() {}

    static FulfilOrders fulfilOrders() {
        Product product = new Product(NAME, NAME, new Money(1, "EUR"), 1);
        return new FulfilOrders(
                new FactReads(
                        new Customers(table(), NAME),
                        (skus, deadline) -> new Loaded<>(Map.of(NAME, product), Set.of())),
                new Fulfilment(new Moves(table(), NAME), Clock.systemUTC()),
                new RetryDelay(queue(), NAME));
    }

    static RequeueStaleOrders requeueStaleOrders() {
        RequeueSchedule schedule = new RequeueSchedule(Duration.ofMinutes(1), 1);
        return new RequeueStaleOrders(
                new StaleOrders(table(), NAME, new WorkerQueue(queue(), NAME), schedule, Clock.systemUTC()),
                new DeadLetters(queue(), NAME));
    }

    private static DynamoDbClient table() {
        return CannedAnswer.dynamoDb(TABLE_ANSWER);
    }

    private static SqsClient queue() {
        return CannedAnswer.sqs(QUEUE_ANSWER);
    }
}
