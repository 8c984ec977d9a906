package dev.warmpath.local.streams;

import dev.warmpath.local.events.Deliveries;
import dev.warmpath.local.events.Pause;
import dev.warmpath.local.template.PseudoParameters;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** What all mappings of a run share. */
record Surroundings(
        DynamoDbStreamsClient streams,
        Deliveries deliveries,
        OnFailure onFailure,
        PseudoParameters pseudo,
        InstantSource clock,
        Pause pause,
        ExecutorService threads,
        Consumer<Throwable> errors) {
    String region() {
        return pseudo.region();
    }

    String functionArn(String function) {
        return "arn:aws:lambda:" + pseudo.region() + ":" + pseudo.accountId() + ":function:" + function;
    }

    /** Work that lasts as long as the run, at most. */
    interface Work {
        void go() throws InterruptedException;
    }

    void run(Work work) {
        threads.execute(() -> {
            try {
                work.go();
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                report(e);
            }
        });
    }

    /** What fails because the run closes is no error. */
    void report(Throwable fault) {
        if (!pause.isOver()) {
            errors.accept(fault);
        }
    }
}
