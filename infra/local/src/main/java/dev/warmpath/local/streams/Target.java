package dev.warmpath.local.streams;

import dev.warmpath.local.events.Deliveries;
import dev.warmpath.local.lambda.Invocation;
import dev.warmpath.local.template.StreamMapping;
import java.util.Optional;
import java.util.function.Consumer;

/** The function of a mapping, and the log line of each invocation. */
record Target(StreamMapping mapping, Deliveries deliveries, Consumer<Throwable> errors) {
    static final String SOURCE = "STREAM";

    /** Empty where the local run itself failed, which has been reported: the records must come again. */
    Optional<Invocation> invoke(int records, byte[] event) throws InterruptedException {
        try {
            return Optional.of(deliveries.deliver(SOURCE, detail(records), mapping.function(), event));
        } catch (RuntimeException e) {
            errors.accept(e);
            return Optional.empty();
        }
    }

    String detail(int records) {
        return mapping.table() + ", " + records + (records == 1 ? " record" : " records");
    }
}
