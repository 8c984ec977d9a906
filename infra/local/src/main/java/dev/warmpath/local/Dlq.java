package dev.warmpath.local;

import dev.warmpath.local.events.Pause;
import dev.warmpath.local.sqs.DeadLetters;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
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
    private static final String COMPLETED = "COMPLETED";
    private static final Set<String> ENDED = Set.of(COMPLETED, "CANCELLED", "FAILED");
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

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

    private static String redrive(DeadLetters letters, boolean aws) throws InterruptedException {
        if (!aws) {
            requireOneSource(letters.sources());
        }
        letters.redrive();
        return report(ended(letters));
    }

    /** SQS moves each message to its own queue; ElasticMQ moves all of them to one. */
    private static void requireOneSource(List<String> sources) {
        if (sources.size() > 1) {
            throw new UserException("the dead-letter queue serves " + String.join(" and ", sources)
                    + ", and ElasticMQ would move all messages to one of them: give each queue its own.");
        }
    }

    private static ListMessageMoveTasksResultEntry ended(DeadLetters letters) throws InterruptedException {
        Pause pause = new Pause();
        ListMessageMoveTasksResultEntry move = letters.move().orElseThrow();
        while (!ENDED.contains(move.status())) {
            pause.of(LOOK_AGAIN);
            move = letters.move().orElseThrow();
        }
        return move;
    }

    private static String report(ListMessageMoveTasksResultEntry move) {
        Long moved = move.approximateNumberOfMessagesMoved();
        if (!move.status().equals(COMPLETED)) {
            throw new UserException(
                    "the move ended as " + move.status() + " after " + moved + " messages: " + move.failureReason());
        }
        return moved + (moved == 1 ? " message" : " messages") + " moved back.%n".formatted();
    }
}
