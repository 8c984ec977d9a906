package dev.warmpath.bench.patterns;

import dev.warmpath.bench.measure.Used;
import dev.warmpath.local.frontdoor.TransactionUnits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.Capacity;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/**
 * Counts what clients in this process ask of DynamoDB and SQS, each attempt by itself, and the capacity that DynamoDB says it
 * took; of transactions it says it wrongly, and {@link TransactionUnits} has the rule.
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
        field.get().set(builder, detail(request).toString());
        return builder.build();
    }

    private static ReturnConsumedCapacity detail(SdkRequest request) {
        return request instanceof TransactWriteItemsRequest
                ? ReturnConsumedCapacity.INDEXES
                : ReturnConsumedCapacity.TOTAL;
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
        if (context.response() instanceof TransactWriteItemsResponse written) {
            writeUnits.add(
                    TransactionUnits.ofActions(bytes(context.requestBody().orElseThrow())));
            writeUnits.add(TransactionUnits.ofIndexes(unitsOfIndexes(written.consumedCapacity())));
            return;
        }
        context.response()
                .getValueForField("ConsumedCapacity", Object.class)
                .ifPresent(consumed -> unitsOf(attributes).add(units(consumed)));
    }

    private static byte[] bytes(RequestBody body) {
        try (InputStream content = body.contentStreamProvider().newStream()) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double unitsOfIndexes(List<ConsumedCapacity> tables) {
        return tables.stream()
                .flatMap(table -> table.globalSecondaryIndexes().values().stream())
                .mapToDouble(Capacity::capacityUnits)
                .sum();
    }

    private DoubleAdder unitsOf(ExecutionAttributes attributes) {
        return READS.contains(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME)) ? readUnits : writeUnits;
    }

    /** Batches and transactions tell it by table. */
    private static double units(Object consumed) {
        List<?> tables = consumed instanceof List<?> list ? list : List.of(consumed);
        return tables.stream()
                .mapToDouble(table -> ((ConsumedCapacity) table).capacityUnits())
                .sum();
    }
}
