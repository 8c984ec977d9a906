package dev.warmpath.bench.patterns;

import dev.warmpath.bench.measure.Used;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/**
 * Counts what clients in this process ask of DynamoDB and SQS, each attempt by itself, and the capacity that DynamoDB says it
 * took.
 */
final class CallMeter implements ExecutionInterceptor {
    private static final Set<String> READS = Set.of("GetItem", "BatchGetItem", "Query", "Scan", "TransactGetItems");

    private final LongAdder calls = new LongAdder();
    private final LongAdder queueRequests = new LongAdder();
    private final DoubleAdder readUnits = new DoubleAdder();
    private final DoubleAdder writeUnits = new DoubleAdder();

    /** So far. */
    Used used() {
        return new Used(Duration.ZERO, calls.sum(), queueRequests.sum(), readUnits.sum(), writeUnits.sum());
    }

    /** A call of a service that no client of AWS makes, as of a cache. */
    void countCall() {
        calls.increment();
    }

    /** Asks for the capacity, where a request can. */
    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        SdkRequest request = context.request();
        Optional<SdkField<?>> field = request.sdkFields().stream()
                .filter(candidate -> candidate.memberName().equals("ReturnConsumedCapacity"))
                .findFirst();
        if (field.isEmpty()) {
            return request;
        }
        SdkRequest.Builder builder = request.toBuilder();
        field.get().set(builder, ReturnConsumedCapacity.TOTAL.toString());
        return builder.build();
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        calls.increment();
        if ("Sqs".equals(attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME))) {
            queueRequests.increment();
        }
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        context.response()
                .getValueForField("ConsumedCapacity", Object.class)
                .ifPresent(consumed -> unitsOf(attributes).add(units(attributes, consumed)));
    }

    private DoubleAdder unitsOf(ExecutionAttributes attributes) {
        return READS.contains(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME)) ? readUnits : writeUnits;
    }

    /** DynamoDB Local doubles the units of a transaction once more than DynamoDB. */
    private static double units(ExecutionAttributes attributes, Object consumed) {
        String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
        return "TransactWriteItems".equals(operation) ? toldUnits(consumed) / 2 : toldUnits(consumed);
    }

    /** Batches and transactions tell it by table. */
    private static double toldUnits(Object consumed) {
        List<?> tables = consumed instanceof List<?> list ? list : List.of(consumed);
        return tables.stream()
                .mapToDouble(table -> ((ConsumedCapacity) table).capacityUnits())
                .sum();
    }
}
