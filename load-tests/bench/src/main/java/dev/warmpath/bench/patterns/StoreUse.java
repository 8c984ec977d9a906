package dev.warmpath.bench.patterns;

import dev.warmpath.bench.measure.Used;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.sqs.model.SqsRequest;

/**
 * Counts what clients use: each attempt of a call as it is sent, and the capacity that DynamoDB says a call has consumed, of the
 * table and its indexes together (<a
 * href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ConsumedCapacity.html">ConsumedCapacity</a>).
 */
final class StoreUse implements ExecutionInterceptor {
    private static final String ASK = "ReturnConsumedCapacity";
    private static final String ANSWER = "ConsumedCapacity";

    private final LongAdder calls = new LongAdder();
    private final LongAdder queueRequests = new LongAdder();
    private final DoubleAdder readUnits = new DoubleAdder();
    private final DoubleAdder writeUnits = new DoubleAdder();

    /** All that was used so far. */
    Used total() {
        return new Used(Duration.ZERO, calls.sum(), queueRequests.sum(), readUnits.sum(), writeUnits.sum());
    }

    /** A call that no client of AWS makes, as of a cache. */
    void countCall() {
        calls.increment();
    }

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        SdkRequest request = context.request();
        if (field(request, ASK).isEmpty()) {
            return request;
        }
        SdkRequest.Builder asking = request.toBuilder();
        field(request, ASK).getFirst().set(asking, ReturnConsumedCapacity.TOTAL.toString());
        return asking.build();
    }

    private static List<SdkField<?>> field(SdkPojo of, String name) {
        return of.sdkFields().stream()
                .filter(field -> field.memberName().equals(name))
                .toList();
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        calls.increment();
        if (context.request() instanceof SqsRequest) {
            queueRequests.increment();
        }
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        SdkResponse answer = context.response();
        (isRead(answer) ? readUnits : writeUnits).add(units(answer));
    }

    /** DynamoDB Local doubles the units of a transaction twice. */
    private static double units(SdkResponse answer) {
        double told = toldUnits(answer);
        return answer instanceof TransactWriteItemsResponse ? told / 2 : told;
    }

    private static double toldUnits(SdkResponse answer) {
        return switch (answer.getValueForField(ANSWER, Object.class).orElse(List.of())) {
            case ConsumedCapacity one -> one.capacityUnits();
            case Collection<?> several ->
                several.stream()
                        .mapToDouble(one -> ((ConsumedCapacity) one).capacityUnits())
                        .sum();
            default -> 0;
        };
    }

    private static boolean isRead(SdkResponse answer) {
        return answer instanceof GetItemResponse
                || answer instanceof BatchGetItemResponse
                || answer instanceof QueryResponse
                || answer instanceof ScanResponse;
    }
}
