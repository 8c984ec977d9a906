package dev.warmpath.local.contract;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Flow;

/** Reads what a publisher sends as the body of a request. */
final class SentBody implements Flow.Subscriber<ByteBuffer> {
    private final BodySubscriber<String> text = BodySubscribers.ofString(StandardCharsets.UTF_8);

    private SentBody() {}

    static String text(BodyPublisher publisher) {
        SentBody body = new SentBody();
        publisher.subscribe(body);
        return body.text.getBody().toCompletableFuture().join();
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        text.onSubscribe(subscription);
    }

    @Override
    public void onNext(ByteBuffer bytes) {
        text.onNext(List.of(bytes));
    }

    @Override
    public void onError(Throwable failure) {
        text.onError(failure);
    }

    @Override
    public void onComplete() {
        text.onComplete();
    }
}
