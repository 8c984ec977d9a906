package dev.warmpath.local;

import dev.warmpath.local.events.AsyncInvocations;
import dev.warmpath.local.events.Deliveries;
import dev.warmpath.local.events.ScheduledEvent;
import dev.warmpath.local.events.Schedules;
import dev.warmpath.local.http.DirectInvocations;
import dev.warmpath.local.streams.StreamMappings;
import dev.warmpath.local.template.Application;
import dev.warmpath.local.template.PseudoParameters;
import java.net.URI;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What invokes functions besides requests of the API: queues, streams, schedules, and programs on this machine. */
record EventSources(
        Application application, PseudoParameters pseudo, Deliveries deliveries, Consumer<Throwable> errors) {
    private static final byte[] EMPTY_EVENT = {'{', '}'};

    /**
     * Lets queues, streams and schedules invoke functions.
     *
     * @param closing gets what is to be closed while the engines still answer
     * @param environments most invocations of a function that can run at once
     */
    void start(Closing closing, URI dynamoDb, LocalQueues queues, int environments) throws InterruptedException {
        queues.deliver(application.queueMappings(), deliveries, environments, errors)
                .ifPresent(closing::add);
        if (!application.streams().isEmpty()) {
            closing.add(StreamMappings.start(
                    dynamoDb, application.streams(), pseudo, deliveries, queues.onFailure(), errors));
        }
        AsyncInvocations asynchronous = closing.add(new AsyncInvocations(deliveries, errors));
        closing.add(Schedules.start(application.schedules(), pseudo, asynchronous, errors));
    }

    /** A function that has a schedule gets its event, any other an empty one. */
    DirectInvocations direct() {
        SortedMap<String, Supplier<byte[]>> events = new TreeMap<>();
        application.functions().forEach(function -> events.put(function.name(), () -> EMPTY_EVENT));
        application
                .schedules()
                .forEach(schedule ->
                        events.put(schedule.function(), () -> new ScheduledEvent(schedule, pseudo).at(Instant.now())));
        return new DirectInvocations(
                (function, trace, event) -> deliveries.deliver("INVOKE", function, function, event), events);
    }
}
