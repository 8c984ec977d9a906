package dev.warmpath.bench.patterns.handlers;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/** Answers each request with a page of {@value #ORDERS} orders, after about as long as DynamoDB takes for one. */
final class DelayedPages implements SdkHttpClient, ExecutableHttpRequest {
    private static final int ORDERS = 500;
    private static final Duration DELAY = Duration.ofMillis(5);
    private static final String ORDER = """
            {"pk": {"S": "USER#user-%1$04d"}, "sk": {"S": "ORDER#0197f0a0-0000-7000-8000-%1$012d"},
            "status": {"S": "CONFIRMED"}, "lines": {"L": [
            {"M": {"sku": {"S": "sku-0001"}, "quantity": {"N": "2"}, "unitPrice": {"N": "1999"}}},
            {"M": {"sku": {"S": "sku-0002"}, "quantity": {"N": "1"}, "unitPrice": {"N": "499"}}}]},
            "total": {"N": "4497"}, "currency": {"S": "EUR"}, "placedAt": {"S": "2026-01-01T00:00:00.001Z"}}""";

    private final byte[] page = IntStream.range(0, ORDERS)
            .mapToObj(ORDER::formatted)
            .collect(Collectors.joining(",", "{\"Count\": " + ORDERS + ", \"Items\": [", "]}"))
            .getBytes(StandardCharsets.UTF_8);

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return this;
    }

    @Override
    public HttpExecuteResponse call() {
        LockSupport.parkNanos(DELAY.toNanos());
        return HttpExecuteResponse.builder()
                .response(SdkHttpResponse.builder().statusCode(200).build())
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(page)))
                .build();
    }

    @Override
    public void abort() {
        // The wait is short.
    }

    @Override
    public void close() {
        // Holds no connection.
    }
}
