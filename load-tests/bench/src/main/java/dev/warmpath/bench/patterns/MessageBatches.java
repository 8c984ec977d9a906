package dev.warmpath.bench.patterns;

import dev.warmpath.batch.SendMessageBatch;
import dev.warmpath.bench.measure.Race.Pace;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/** Messages sent by one request, or by one request each. */
final class MessageBatches {
    private static final int MESSAGES = 10;

    static final Pattern PATTERN = new Pattern(
            "send-message-batch",
            "What does SendMessageBatch save over " + MESSAGES + " single sends in a loop?",
            MessageBatches::trials);

    private MessageBatches() {}

    private static List<Trial> trials(Workbench workbench) throws IOException, InterruptedException {
        Pace modelled = workbench.pace(1, 10, 4);
        Pace asTheyAre = workbench.pace(20, 15, 10);
        return workbench.stores().trials(Figure.LATENCY, modelled, asTheyAre, stores -> pair(stores, MESSAGES));
    }

    static Pair pair(Stores stores, int messages) {
        Messages queue = Messages.in(stores, "patterns-sending");
        List<String> bodies = IntStream.range(0, messages)
                .mapToObj(number -> "{\"orderId\":\"order-%04d\"}".formatted(number))
                .toList();
        SendMessageBatch batch = new SendMessageBatch(stores.sqs(), queue.url(), 1);
        return Pair.of(
                messages + " x SendMessage",
                new Sending(queue, messages, () -> bodies.forEach(queue::send)),
                "SendMessageBatch",
                new Sending(queue, messages, () -> batch.send(Messages.entries(bodies), StoreData.deadline())));
    }

    /** Each run finds an empty queue, and must leave the messages there. */
    private record Sending(Messages queue, int messages, Runnable send) implements Job {
        @Override
        public Object run() {
            send.run();
            return messages;
        }

        @Override
        public Object outcome(Object answer) {
            return queue.take(messages).stream().sorted().toList();
        }
    }
}
