package dev.warmpath.users;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;

/** Sends each request and loses the answers to the first ones, so that the client sends these again. */
final class LostAnswers implements SdkHttpClient {
    private final SdkHttpClient client = AwsCrtHttpClient.builder().build();
    private final AtomicInteger sent = new AtomicInteger();
    private final int lost;

    LostAnswers(int lost) {
        this.lost = lost;
    }

    int sent() {
        return sent.get();
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        ExecutableHttpRequest prepared = client.prepareRequest(request);
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                HttpExecuteResponse response = prepared.call();
                if (sent.incrementAndGet() <= lost) {
                    throw new IOException("The connection was cut before the answer came");
                }
                return response;
            }

            @Override
            public void abort() {
                prepared.abort();
            }
        };
    }

    @Override
    public void close() {
        client.close();
    }
}
