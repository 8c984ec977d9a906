package dev.warmpath.local;

import dev.warmpath.engine.EngineException;
import dev.warmpath.local.events.Deliveries;
import dev.warmpath.local.sqs.QueueMappings;
import dev.warmpath.local.sqs.Queues;
import dev.warmpath.local.sqs.SqsClients;
import dev.warmpath.local.streams.OnFailure;
import dev.warmpath.local.template.PseudoParameters;
import dev.warmpath.local.template.QueueMapping;
import dev.warmpath.local.template.QueueSpec;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The template's queues; their engine starts beside the others, and without queues there is none. */
final class LocalQueues implements AutoCloseable {
    private record Started(DataPlane.Engine engine, SqsClient client, List<QueueSpec> queues) implements AutoCloseable {
        void send(String arn, String message) {
            QueueSpec to = queues.stream()
                    .filter(queue -> queue.arn().equals(arn))
                    .findFirst()
                    .orElseThrow();
            client.sendMessage(request -> request.queueUrl(to.url()).messageBody(message));
        }

        @Override
        public void close() {
            client.close();
            engine.close();
        }
    }

    private final Optional<FutureTask<Started>> starting;

    private LocalQueues(Optional<FutureTask<Started>> starting) {
        this.starting = starting;
    }

    /** Returns at once; what fails shows at the first other call. */
    static LocalQueues start(DataPlane plane, PseudoParameters pseudo, List<QueueSpec> queues) {
        if (queues.isEmpty()) {
            return new LocalQueues(Optional.empty());
        }
        FutureTask<Started> task = new FutureTask<>(() -> open(plane, pseudo, queues));
        Thread.ofVirtual().name("queues-start").start(task);
        return new LocalQueues(Optional.of(task));
    }

    private static Started open(DataPlane plane, PseudoParameters pseudo, List<QueueSpec> queues)
            throws InterruptedException {
        DataPlane.Engine engine = plane.sqs();
        Started started = new Started(engine, SqsClients.at(engine.endpoint(), pseudo.region()), queues);
        try {
            Queues.create(started.client(), queues);
            return started;
        } catch (RuntimeException e) {
            started.close();
            throw e;
        }
    }

    /**
     * Where the queues answer; empty if the template has none.
     *
     * @throws EngineException if the engine did not start
     */
    Optional<URI> endpoint() throws InterruptedException {
        return started().map(started -> started.engine().endpoint());
    }

    /** Lets the queues invoke functions until what this returns is closed, which is before {@link #close}. */
    Optional<QueueMappings> deliver(
            List<QueueMapping> mappings, Deliveries deliveries, int environments, Consumer<Throwable> errors)
            throws InterruptedException {
        return started()
                .map(queues -> QueueMappings.start(queues.client(), mappings, deliveries, environments, errors));
    }

    /** The engine's process; empty if there is none of this run. */
    OptionalLong pid() throws InterruptedException {
        Optional<Started> queues = started();
        return queues.isEmpty() ? OptionalLong.empty() : queues.get().engine().pid();
    }

    /** Whether no message is in any of these queues: none to receive, none being processed, none delayed. */
    boolean areEmpty(List<QueueSpec> which) throws InterruptedException {
        Optional<Started> queues = started();
        return which.stream()
                .allMatch(queue -> Queues.messages(queues.orElseThrow().client(), queue) == 0);
    }

    /** Brings what mappings of streams have given up to the queues, until {@link #close}. */
    OnFailure onFailure() throws InterruptedException {
        Optional<Started> queues = started();
        return (arn, message) -> queues.orElseThrow().send(arn, message);
    }

    private Optional<Started> started() throws InterruptedException {
        return starting.isEmpty() ? Optional.empty() : Optional.of(await(starting.get()));
    }

    private static Started await(FutureTask<Started> task) throws InterruptedException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new EngineException("The queues could not be made: " + e.getCause(), e);
        }
    }

    /** Waits for a start that is under way, so that no engine is left behind. */
    @Override
    public void close() {
        starting.ifPresent(LocalQueues::close);
    }

    private static void close(FutureTask<Started> task) {
        try {
            task.get().close();
        } catch (ExecutionException neverStarted) {
            // The start has told of it and has left nothing open.
        } catch (InterruptedException e) {
            // The engine ends with this process.
            Thread.currentThread().interrupt();
        }
    }
}
