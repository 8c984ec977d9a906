package dev.warmpath.bench.comparison.starts;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** For each worker that one event can be given an event as its source makes it; the report reads a bucket and has none. */
final class WorkerEvents {
    private static final int SECONDS_TO_WAIT = 10;
    private static final String ID = "{id}";

    private final SqsClient sqs;
    private final String queueUrl;

    WorkerEvents(SqsClient sqs, String queueUrl) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
    }

    /** @param placing makes an order whose message comes to the queue */
    Map<String, Supplier<byte[]>> all(Runnable placing) {
        return Map.of(
                "FulfilOrders", () -> fulfil(placing),
                "ProjectRevenue", () -> event("project-revenue"),
                "MeterOrders", () -> event("meter-orders"),
                "RequeueStaleOrders", () -> event("requeue-stale-orders"));
    }

    private byte[] fulfil(Runnable placing) {
        placing.run();
        List<Message> messages = sqs.receiveMessage(request -> request.queueUrl(queueUrl)
                        .waitTimeSeconds(SECONDS_TO_WAIT)
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                .messages();
        if (messages.isEmpty()) {
            throw new IllegalStateException("No message of an order came within " + SECONDS_TO_WAIT + " s.");
        }
        return bytes(
                Map.of("Records", messages.stream().map(WorkerEvents::record).toList()));
    }

    private static Map<String, Object> record(Message message) {
        return Map.of(
                "messageId", message.messageId(),
                "receiptHandle", message.receiptHandle(),
                "body", message.body(),
                "attributes", message.attributesAsStrings(),
                "messageAttributes", Map.of(),
                "md5OfBody", message.md5OfBody(),
                "eventSource", "aws:sqs",
                "eventSourceARN", "arn:aws:sqs:us-east-1:000000000000:OrdersQueue",
                "awsRegion", "us-east-1");
    }

    private static byte[] bytes(Object event) {
        try {
            return JSON.std.asBytes(event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of an order of its own, since what was counted once is not counted again. */
    private static byte[] event(String name) {
        try (InputStream in = WorkerEvents.class.getResourceAsStream("/events/" + name + ".json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace(ID, UUID.randomUUID().toString())
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
