package dev.warmpath.orders;

import dev.warmpath.clients.CannedAnswer;
import dev.warmpath.orders.cancelling.Cancellations;
import dev.warmpath.orders.data.Customers;
import dev.warmpath.orders.placing.BatchPlacing;
import dev.warmpath.orders.placing.OrderPuts;
import dev.warmpath.orders.placing.OrderQueue;
import dev.warmpath.orders.placing.PendingOrders;
import dev.warmpath.orders.placing.Placing;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A table and a queue that accept everything: let priming warm what only a success runs through, from the clients' own parsers
 * on. Nothing leaves the process.
 */
final class PrimingOrders {
    private static final String NAME = "priming";

    /** What each of the queue's calls reads is among these fields; it skips the others. */
    private static final String SENT =
            "{\"MessageId\":\"1\",\"Successful\":[{\"Id\":\"0\",\"MessageId\":\"1\"},{\"Id\":\"1\",\"MessageId\":\"2\"}]}";

    /** An order to the one table, and its owner to the other. */
    private static final String CONFIRMED = """
            {"Item": {"pk": {"S": "USER#priming"}, "sk": {"S": "ORDER#priming"}, "userId": {"S": "priming"},
            "status": {"S": "CONFIRMED"}, "bodyHash": {"S": "priming"}, "correlationId": {"S": "priming"},
            "lines": {"L": [{"M": {"sku": {"S": "priming"}, "quantity": {"N": "1"}, "unitPrice": {"N": "1"}}}]},
            "total": {"N": "1"}, "currency": {"S": "EUR"},
            "placedAt": {"S": "2026-01-01T00:00:00.001Z"}, "updatedAt": {"S": "2026-01-01T00:00:00.001Z"}}}""";

    private PrimingOrders() {}

    static Cancellations cancellations() {
        DynamoDbClient client = CannedAnswer.dynamoDb(CONFIRMED);
        return new Cancellations(client, NAME, new Customers(client, NAME), Clock.systemUTC());
    }

    static Placing placing() {
        return new Placing(pending(), puts(), queue());
    }

    static BatchPlacing batchPlacing() {
        return new BatchPlacing(pending(), puts(), queue());
    }

    static OrderQueue queue() {
        return new OrderQueue(CannedAnswer.sqs(SENT), "https://sqs.us-east-1.amazonaws.com/000000000000/" + NAME);
    }

    private static OrderPuts puts() {
        return new OrderPuts(CannedAnswer.dynamoDb("{}"), NAME);
    }

    private static PendingOrders pending() {
        return new PendingOrders(Clock.systemUTC(), new SecureRandom(), Duration.ofMinutes(1));
    }
}
