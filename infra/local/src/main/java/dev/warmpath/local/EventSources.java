package dev.warmpath.local;

import dev.warmpath.local.events.AsyncInvocations;
import dev.warmpath.local.events.Deliveries;
import dev.warmpath.local.events.ScheduledEvent;
import dev.warmpath.local.events.Schedules;
import dev.warmpath.local.http.DirectInvocations;
import dev.warmpath.local.sqs.QueueMappings;
import dev.warmpath.local.streams.StreamMappings;
import dev.warmpath.local.template.Application;
import dev.warmpath.local.template.PseudoParameters;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What invokes functions besides requests of the API: queues, streams, schedules, and programs on this machine. */
record EventSources(
        Application application, PseudoParameters pseudo, Deliveries deliveries, Consumer<Throwable> errors) {
    private static final byte[] EMPTY_EVENT = {'{', '}'};

    /** What was started, as far as it can be asked how far it is. */
    record Started(Optional<QueueMappings> queues, Optional<StreamMappings> streams) {}

    /**
     * Lets queues, streams and schedules invoke functions.
     *
     * @param closing gets what is to be closed while the engines still answer
     * @param environments most invocations of a function that can run at once
     */
    Started start(Closing closing, URI dynamoDb, LocalQueues queues, int environments) throws InterruptedException {
        Optional<QueueMappings> pollers = queues.deliver(application.queueMappings(), deliveries, environments, errors);
        pollers.ifPresent(closing::add);
        Optional<StreamMappings> streams = streams(dynamoDb, queues);
        streams.ifPresent(closing::add);
        AsyncInvocations asynchronous = closing.add(new AsyncInvocations(deliveries, errors));
        closing.add(Schedules.start(application.schedules(), pseudo, asynchronous, errors));
        return new Started(pollers, streams);
    }

    private Optional<StreamMappings> streams(URI dynamoDb, LocalQueues queues) throws InterruptedException {
        return application.streams().isEmpty()
                ? Optional.empty()
                : Optional.of(StreamMappings.start(
                        dynamoDb, application.streams(), pseudo, deliveries, queues.onFailure(), errors));
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
