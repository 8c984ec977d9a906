package dev.warmpath.bench.comparison.drive;

import dev.warmpath.bench.comparison.mix.Request;
import dev.warmpath.bench.comparison.plan.Route;
import dev.warmpath.bench.measure.Pause;
import dev.warmpath.bench.rig.ApiConnection;
import dev.warmpath.bench.rig.ApiConnection.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Callers who make the requests of a recording in its order, each on a thread and a connection of its own. */
final class Callers {
    private static final long LIMIT_SECONDS = 40;

    /** The ETag that a GetUser was answered with, and when. */
    private record Seen(String etag, long at) {}

    private final Stack stack;
    private final List<Request> recording;
    private final Pace pace;
    private final Answered[] answers;
    private final Map<Integer, CompletableFuture<Seen>> awaited;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger mostWaiting = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    private Callers(Stack stack, List<Request> recording, Pace pace) {
        this.stack = stack;
        this.recording = recording;
        this.pace = pace;
        this.answers = new Answered[recording.size()];
        this.awaited = recording.stream()
                .flatMapToInt(request -> request.seenAt().stream())
                .boxed()
                .collect(Collectors.toMap(Function.identity(), _ -> new CompletableFuture<>()));
    }

    /**
     * Returns when the last request is answered.
     *
     * @throws IllegalStateException if an answer is not what the request's route promises
     */
    static Turn drive(Stack stack, List<Request> recording, int callers, Pace pace) throws InterruptedException {
        recording.forEach(request -> stack.token(request.caller()));
        return new Callers(stack, recording, pace).run(callers);
    }

    private Turn run(int callers) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        pace.start();
        for (int caller = 0; caller < callers; caller++) {
            threads.add(Thread.ofPlatform().name("caller-" + caller).daemon().start(this::call));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        if (failure.get() != null) {
            throw new IllegalStateException(stack.side() + ": " + failure.get().getMessage(), failure.get());
        }
        return Turn.of(Arrays.stream(answers).filter(Objects::nonNull).toList(), mostWaiting.get());
    }

    private void call() {
        try (ApiConnection connection = stack.connect()) {
            for (int position = next.getAndIncrement(); mayMake(position); position = next.getAndIncrement()) {
                answers[position] = make(position, connection);
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            failure.compareAndSet(null, e);
            awaited.values().forEach(seen -> seen.completeExceptionally(e));
        }
    }

    private boolean mayMake(int position) {
        return position < recording.size() && failure.get() == null && !pace.isOver();
    }

    /** Its latency counts from when it was due, or could first be made: a change that waits for what it changes. */
    private Answered make(int position, ApiConnection connection) throws IOException, InterruptedException {
        Request request = recording.get(position);
        String path = stack.path(request);
        ApiConnection caller = connection.as(stack.token(request.caller()));
        long due = pace.due(position);
        String headers = "";
        if (request.seenAt().isPresent()) {
            Seen seen = await(request.seenAt().getAsInt());
            headers = "If-Match: " + seen.etag() + "\r\n";
            due = Math.max(due, seen.at());
        }
        Pause.until(due);
        mostWaiting.accumulateAndGet(waiting.incrementAndGet(), Math::max);
        Answer answer = caller.send(request.route().method(), path, headers, request.body());
        long at = System.nanoTime();
        waiting.decrementAndGet();
        require(request, answer);
        if (awaited.containsKey(position)) {
            awaited.get(position).complete(new Seen(answer.headers().get("etag"), at));
        }
        return new Answered(request, due, at, PlacedOrders.idsIn(request, answer));
    }

    private Seen await(int position) throws InterruptedException {
        try {
            return awaited.get(position).get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The profile that was to be changed has not been read: " + e, e);
        }
    }

    private static void require(Request request, Answer answer) {
        Route route = request.route();
        if (answer.status() != route.status() || !answer.body().contains(route.text())) {
            throw new IllegalStateException("%s was answered %d %s, not %d with %s; no figure is worth quoting then."
                    .formatted(route.function(), answer.status(), answer.body(), route.status(), route.text()));
        }
    }
}
