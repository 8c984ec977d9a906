package dev.warmpath.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;

/** A queue that notes what is sent, and refuses some messages for good, fails others, and throttles some requests. */
final class FlakyQueue implements SqsClient {
    private final Random random;
    private final int refusedPercent;
    private final int failedPercent;
    private final int throttledPercent;
    private final List<List<SendMessageBatchRequestEntry>> requests = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();

    FlakyQueue(Random random, int refusedPercent, int failedPercent, int throttledPercent) {
        this.random = random;
        this.refusedPercent = refusedPercent;
        this.failedPercent = failedPercent;
        this.throttledPercent = throttledPercent;
    }

    List<List<SendMessageBatchRequestEntry>> requests() {
        return requests;
    }

    List<String> sent() {
        return sent;
    }

    List<String> refused() {
        return refused;
    }

    @Override
    public synchronized SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
        requests.add(request.entries());
        if (chance(throttledPercent)) {
            throw Flaky.throttled();
        }
        List<BatchResultErrorEntry> failed = new ArrayList<>();
        List<SendMessageBatchResultEntry> successful = new ArrayList<>();
        for (SendMessageBatchRequestEntry message : request.entries()) {
            if (chance(refusedPercent)) {
                refused.add(message.id());
                failed.add(failure(message, true));
            } else if (chance(failedPercent)) {
                failed.add(failure(message, false));
            } else {
                sent.add(message.id());
                successful.add(
                        SendMessageBatchResultEntry.builder().id(message.id()).build());
            }
        }
        return SendMessageBatchResponse.builder()
                .failed(failed)
                .successful(successful)
                .build();
    }

    private static BatchResultErrorEntry failure(SendMessageBatchRequestEntry message, boolean senderFault) {
        return BatchResultErrorEntry.builder()
                .id(message.id())
                .code(senderFault ? "InvalidParameterValue" : "InternalError")
                .senderFault(senderFault)
                .build();
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    @Override
    public String serviceName() {
        return "sqs";
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
