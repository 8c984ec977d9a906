package dev.warmpath.clients;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;

/** An HTTP client that is made in another thread, since loading its native library takes as long as the rest. */
final class BackgroundHttpClient implements SdkHttpClient {
    private final String name;
    private final CompletableFuture<SdkHttpClient> client;

    BackgroundHttpClient(String name, Supplier<SdkHttpClient> factory) {
        this.name = name;
        this.client = CompletableFuture.supplyAsync(factory);
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return client.join().prepareRequest(request);
    }

    @Override
    public String clientName() {
        return name;
    }

    @Override
    public void close() {
        client.join().close();
    }
}
