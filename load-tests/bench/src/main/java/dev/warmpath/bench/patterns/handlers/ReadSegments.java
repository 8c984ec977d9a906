package dev.warmpath.bench.patterns.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.warmpath.concurrent.FanOut;
import dev.warmpath.deadline.Deadline;
import dev.warmpath.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads a table of {@value #PAGES} pages in segments side by side, and sums up its orders.
 *
 * <p>Its variable: {@code SEGMENTS}. The pages are made up and come after a wait, so that nothing but this function needs a
 * processor meanwhile.
 */
public final class ReadSegments implements RequestStreamHandler {
    private static final int PAGES = 32;
    private static final int SEGMENTS = Integer.parseInt(System.getenv("SEGMENTS"));

    private final DynamoDbClient client = DynamoDbClient.builder()
            .region(Region.US_EAST_1)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .httpClient(new DelayedPages())
            .build();

    @Override
    public void handleRequest(InputStream event, OutputStream out, Context context) throws IOException {
        List<Callable<Long>> segments = IntStream.range(0, SEGMENTS)
                .mapToObj(_ -> (Callable<Long>) this::readSegment)
                .toList();
        long total = FanOut.all(Deadline.of(context), segments).stream()
                .mapToLong(Long::longValue)
                .sum();
        Json.write(Map.of("total", total), out);
    }

    private long readSegment() {
        long total = 0;
        for (int page = 0; page < PAGES / SEGMENTS; page++) {
            for (Map<String, AttributeValue> order :
                    client.scan(scan -> scan.tableName("orders")).items()) {
                total += Long.parseLong(order.get("total").n());
            }
        }
        return total;
    }
}
