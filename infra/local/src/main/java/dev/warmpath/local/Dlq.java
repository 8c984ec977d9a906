package dev.warmpath.local;

import dev.warmpath.local.events.Pause;
import dev.warmpath.local.sqs.DeadLetters;
import dev.warmpath.local.sqs.Move;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ListMessageMoveTasksResultEntry;

/** Looks into the dead-letter queue of a queue, and moves its messages back. */
@Command(
        name = "dlq",
        description = "Lists the messages of a queue's dead-letter queue, or moves them back.",
        mixinStandardHelpOptions = true)
final class Dlq {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    private static final Duration LOOK_AGAIN_ON_AWS = Duration.ofSeconds(2);
    private static final Duration UNKNOWN_LIMIT = Duration.ofSeconds(30);

    private interface Work {
        String on(SqsClient sqs) throws InterruptedException;
    }

    @Spec
    private CommandSpec command;

    @Command(description = "Lists the messages: id, how often received, age.", mixinStandardHelpOptions = true)
    int list(
            @Parameters(paramLabel = "QUEUE", description = "The queue that has the dead-letter queue.") String queue,
            @Mixin QueueAccess access,
            @Option(names = "--bodies", description = "Print bodies too, cut; they may hold personal data.")
                    boolean bodies)
            throws IOException, InterruptedException {
        DeadLetterLines lines = new DeadLetterLines(Clock.systemUTC(), bodies);
        return print(access, sqs -> lines.of(DeadLetters.of(sqs, queue).list()));
    }

    @Command(description = "Moves the messages back to where they came from.", mixinStandardHelpOptions = true)
    int redrive(
            @Parameters(paramLabel = "QUEUE", description = "The queue that has the dead-letter queue.") String queue,
            @Mixin QueueAccess access)
            throws IOException, InterruptedException {
        return print(access, sqs -> redrive(DeadLetters.of(sqs, queue), access.aws()));
    }

    private int print(QueueAccess access, Work work) throws IOException, InterruptedException {
        try (SqsClient sqs = access.open()) {
            PrintWriter out = command.commandLine().getOut();
            out.print(work.on(sqs));
            out.flush();
            return 0;
        } catch (SdkException e) {
            throw new UserException("SQS does not do it: " + e.getMessage(), e);
        }
    }

    private String redrive(DeadLetters letters, boolean aws) throws InterruptedException {
        List<String> sources = letters.sources();
        if (!aws) {
            requireOneSource(sources);
        }
        Move move = letters.redrive();
        if (aws) {
            tell("The dead letters of " + String.join(" and ", sources) + " are being moved, also when this ends. "
                    + "To end it: " + move.cancellation());
        }
        return report(ended(move, aws ? LOOK_AGAIN_ON_AWS : LOOK_AGAIN));
    }

    /** SQS moves each message to its own queue; ElasticMQ moves all of them to one. */
    private static void requireOneSource(List<String> sources) {
        if (sources.size() > 1) {
            throw new UserException("the dead-letter queue serves " + String.join(" and ", sources)
                    + ", and ElasticMQ would move all messages to one of them: give each queue its own.");
        }
    }

    private ListMessageMoveTasksResultEntry ended(Move move, Duration between) throws InterruptedException {
        Pause pause = new Pause();
        long limit = System.nanoTime() + UNKNOWN_LIMIT.toNanos();
        String told = "";
        Optional<ListMessageMoveTasksResultEntry> state = move.state();
        while (state.filter(Move::isOver).isEmpty()) {
            requireKnown(state, move, limit);
            String progress = state.map(Move::progress).orElse(told);
            if (!progress.equals(told)) {
                tell(progress);
            }
            told = progress;
            pause.of(between);
            state = move.state();
        }
        return state.get();
    }

    private static void requireKnown(Optional<ListMessageMoveTasksResultEntry> state, Move move, long limit) {
        if (state.isEmpty() && System.nanoTime() > limit) {
            throw new UserException("the move was started, but SQS tells nothing of it after "
                    + UNKNOWN_LIMIT.toSeconds() + " s: look at the queue. To end the move: " + move.cancellation());
        }
    }

    private void tell(String line) {
        command.commandLine().getErr().println(line);
        command.commandLine().getErr().flush();
    }

    private static String report(ListMessageMoveTasksResultEntry move) {
        Long moved = move.approximateNumberOfMessagesMoved();
        if (!Move.isComplete(move)) {
            throw new UserException(
                    "the move ended as " + move.status() + " after " + moved + " messages: " + move.failureReason());
        }
        return moved + (moved == 1 ? " message" : " messages") + " moved back.%n".formatted();
    }
}
