package dev.warmpath.local.streams;

import dev.warmpath.local.events.Deliveries;
import dev.warmpath.local.lambda.Invocation;
import dev.warmpath.local.template.StreamMapping;

/** The function of a mapping, and the log line of each invocation. */
record Target(StreamMapping mapping, Deliveries deliveries) {
    static final String SOURCE = "STREAM";

    Invocation invoke(int records, byte[] event) throws InterruptedException {
        return deliveries.deliver(SOURCE, detail(records), mapping.function(), event);
    }

    String detail(int records) {
        return mapping.table() + ", " + records + (records == 1 ? " record" : " records");
    }
}
