package dev.warmpath.orders;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;

/** Counts the requests of each operation, and has the first ones of an operation fail in a chosen way. */
final class WorkerFaults implements SdkHttpClient {
    /** How a request fails. */
    enum Fault {
        /** It is carried out, and the connection is cut before the answer comes. */
        LOST_ANSWER,
        /** It is refused for now. */
        THROTTLED,
        /** It is refused for good. */
        DENIED
    }

    private static final int BAD_REQUEST = 400;

    private final SdkHttpClient client = AwsCrtHttpClient.builder().build();
    private final Map<String, AtomicInteger> requests = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> left = new ConcurrentHashMap<>();
    private final Map<String, Fault> faults = new ConcurrentHashMap<>();

    /** The next requests of an operation, the client's own repetitions included, fail. */
    void fail(String operation, Fault fault, int times) {
        faults.put(operation, fault);
        left.put(operation, new AtomicInteger(times));
    }

    int requests(String operation) {
        return requests.computeIfAbsent(operation, name -> new AtomicInteger()).get();
    }

    int requests() {
        return requests.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        String target =
                request.httpRequest().firstMatchingHeader("X-Amz-Target").orElseThrow();
        String operation = target.substring(target.indexOf('.') + 1);
        ExecutableHttpRequest prepared = client.prepareRequest(request);
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                requests.computeIfAbsent(operation, name -> new AtomicInteger()).incrementAndGet();
                return answer(operation, prepared);
            }

            @Override
            public void abort() {
                prepared.abort();
            }
        };
    }

    private HttpExecuteResponse answer(String operation, ExecutableHttpRequest prepared) throws IOException {
        boolean fails = left.containsKey(operation) && left.get(operation).getAndDecrement() > 0;
        if (!fails) {
            return prepared.call();
        }
        switch (faults.get(operation)) {
            case LOST_ANSWER -> {
                prepared.call();
                throw new IOException("The connection was cut before the answer came");
            }
            case THROTTLED -> {
                return refusal("ThrottlingException");
            }
            default -> {
                return refusal("AccessDeniedException");
            }
        }
    }

    private static HttpExecuteResponse refusal(String code) {
        byte[] body = ("{\"__type\":\"" + code + "\"}").getBytes(StandardCharsets.UTF_8);
        return HttpExecuteResponse.builder()
                .response(SdkHttpResponse.builder().statusCode(BAD_REQUEST).build())
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
                .build();
    }

    @Override
    public void close() {
        client.close();
    }
}
