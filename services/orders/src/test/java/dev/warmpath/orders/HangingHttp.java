package dev.warmpath.orders;

import java.io.InterruptedIOException;
import java.util.concurrent.CountDownLatch;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/** Takes every request, and never answers. */
final class HangingHttp implements SdkHttpClient {
    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        CountDownLatch aborted = new CountDownLatch(1);
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws InterruptedIOException {
                try {
                    aborted.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                throw new InterruptedIOException("The request was given up");
            }

            @Override
            public void abort() {
                aborted.countDown();
            }
        };
    }

    @Override
    public void close() {
        // Holds no connection.
    }
}
