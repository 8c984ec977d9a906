package dev.warmpath.local.frontdoor;

import dev.warmpath.local.frontdoor.Fault.Unprocessed;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * DynamoDB's JSON protocol.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.LowLevelAPI.html">DynamoDB
 *     low-level API</a>
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html">Error handling with
 *     DynamoDB</a>
 */
final class DynamoDbProtocol implements Protocol {
    private static final String NAMESPACE = "com.amazonaws.dynamodb.v20120810#";
    private static final String EXCEEDED = "ProvisionedThroughputExceededException";
    private static final Map<String, String> THROTTLED = Map.of(
            EXCEEDED,
            "The level of configured provisioned throughput for the table was exceeded. "
                    + "Consider increasing your provisioning level with the UpdateTable API.",
            "ThrottlingException",
            "Rate of requests exceeds the allowed throughput.",
            "RequestLimitExceeded",
            "Throughput exceeds the current throughput limit for your account.");

    @Override
    public Message askingForUnits(String operation, Message request) {
        byte[] asking = ConsumedCapacity.asking(operation, request.body());
        return asking == request.body() ? request : request.withBody(asking);
    }

    @Override
    public double units(String operation, Message request, Message answer) {
        boolean done = answer.word(1).equals("200");
        if (operation.equals(TransactionUnits.OPERATION)) {
            boolean billed = done || ConsumedCapacity.isError(answer.body(), "TransactionCanceledException");
            double indexes = TransactionUnits.ofIndexes(ConsumedCapacity.ofIndexes(answer.body()));
            return billed ? TransactionUnits.ofActions(request.body()) + indexes : 0;
        }
        return done ? ConsumedCapacity.of(answer.body()) : ConsumedCapacity.ofFailedCondition(operation, answer.body());
    }

    @Override
    public Message throttled(String code) {
        return error("400 Bad Request", code, THROTTLED.get(code));
    }

    @Override
    public Message failed(int status) {
        return status == 503
                ? error("503 Service Unavailable", "ServiceUnavailable", "DynamoDB is currently unavailable.")
                : error(
                        "500 Internal Server Error",
                        "InternalServerError",
                        "The server encountered an internal error trying to fulfill the request.");
    }

    private static Message error(String status, String code, String text) {
        return JsonError.of(status, NAMESPACE + code, text).withChecksum();
    }

    @Override
    public Message answerPartly(Message request, Unprocessed fault, Engine engine, RandomGenerator random)
            throws UnreachableException {
        PartialBatch batch = PartialBatch.of(request.body(), fault.share(), random);
        if (batch.isWhole()) {
            return engine.ask(request);
        }
        if (batch.isNothing()) {
            return throttled(EXCEEDED);
        }
        Message answer = engine.ask(request.withBody(batch.rest()));
        return answer.word(1).equals("200") ? answer.withBody(batch.complete(answer.body(), field(request))) : answer;
    }

    private String field(Message request) {
        return operation(request).equals("BatchGetItem") ? "UnprocessedKeys" : "UnprocessedItems";
    }
}
