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
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ListMessageMoveTasksResultEntry;
import software.amazon.awssdk.services.sqs.model.Message;

/** Looks into the dead-letter queue of a queue, and moves its messages back. */
@Command(
        name = "dlq",
        description = "Lists the messages of a queue's dead-letter queue, or moves them back.",
        mixinStandardHelpOptions = true)
final class Dlq {
    private static final Set<String> ENDED = Set.of("COMPLETED", "CANCELLED", "FAILED");
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    @Spec
    private CommandSpec command;

    @Command(description = "Lists the messages: id, how often received, age.", mixinStandardHelpOptions = true)
    int list(
            @Parameters(paramLabel = "QUEUE", description = "The queue that has the dead-letter queue.") String queue,
            @Mixin QueueAccess access,
            @Option(names = "--bodies", description = "Print bodies too, cut; they may hold personal data.")
                    boolean bodies)
            throws IOException, InterruptedException {
        try (SqsClient sqs = access.open()) {
            List<Message> messages = DeadLetters.of(sqs, queue).list();
            PrintWriter out = command.commandLine().getOut();
            DeadLetterLines lines = new DeadLetterLines(Clock.systemUTC(), bodies);
            out.print(lines.of(messages));
            out.flush();
            return 0;
        }
    }

    @Command(description = "Moves the messages back to where they came from.", mixinStandardHelpOptions = true)
    int redrive(
            @Parameters(paramLabel = "QUEUE", description = "The queue that has the dead-letter queue.") String queue,
            @Mixin QueueAccess access)
            throws IOException, InterruptedException {
        try (SqsClient sqs = access.open()) {
            DeadLetters letters = DeadLetters.of(sqs, queue);
            if (!access.aws()) {
                requireOneSource(letters.sources());
            }
            letters.redrive();
            return report(ended(letters));
        }
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

    private int report(ListMessageMoveTasksResultEntry move) {
        Long moved = move.approximateNumberOfMessagesMoved();
        if (!move.status().equals("COMPLETED")) {
            throw new UserException(
                    "the move ended as " + move.status() + " after " + moved + " messages: " + move.failureReason());
        }
        command.commandLine().getOut().println(moved + (moved == 1 ? " message" : " messages") + " moved back.");
        return 0;
    }
}
