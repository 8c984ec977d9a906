package dev.warmpath.local.events;

import dev.warmpath.local.template.PseudoParameters;
import dev.warmpath.local.template.ScheduleSpec;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Sends the events of schedules when they are due, on one thread.
 *
 * <p>A run that was missed while the machine slept is made up for once, as soon as it wakes.
 */
public final class Schedules implements AutoCloseable {
    private static final long LOOK_MILLIS = 200;

    /** One schedule and when it is due next; empty if never again. */
    private static final class Timer {
        private final ScheduleSpec spec;
        private Optional<Instant> due;

        Timer(ScheduleSpec spec, Instant start) {
            this.spec = spec;
            this.due = spec.schedule().next(start);
        }

        /** The time that has come, which then gives way to the next one. */
        Optional<Instant> take(Instant now) {
            Optional<Instant> reached = due.filter(time -> !time.isAfter(now));
            reached.ifPresent(time -> due = spec.schedule()
                    .next(time)
                    .filter(next -> next.isAfter(now))
                    .or(() -> spec.schedule().next(now)));
            return reached;
        }
    }

    private final InstantSource clock;
    private final PseudoParameters pseudo;
    private final AsyncInvocations invocations;
    private final List<Timer> timers;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("schedules").factory());

    Schedules(List<ScheduleSpec> specs, InstantSource clock, PseudoParameters pseudo, AsyncInvocations invocations) {
        this.clock = clock;
        this.pseudo = pseudo;
        this.invocations = invocations;
        Instant start = clock.instant();
        this.timers = specs.stream()
                .filter(ScheduleSpec::enabled)
                .map(spec -> new Timer(spec, start))
                .toList();
    }

    /** Counts rates from now on. */
    public static Schedules start(
            List<ScheduleSpec> specs,
            PseudoParameters pseudo,
            AsyncInvocations invocations,
            Consumer<Throwable> errors) {
        Schedules schedules = new Schedules(specs, InstantSource.system(), pseudo, invocations);
        if (!schedules.timers.isEmpty()) {
            schedules.thread.scheduleWithFixedDelay(
                    () -> schedules.look(errors), LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
        return schedules;
    }

    /** An exception would end the thread's rounds. */
    private void look(Consumer<Throwable> errors) {
        try {
            sendDue();
        } catch (RuntimeException e) {
            errors.accept(e);
        }
    }

    /** Sends what is due. */
    void sendDue() {
        Instant now = clock.instant();
        timers.forEach(timer -> timer.take(now).ifPresent(due -> send(timer.spec, due)));
    }

    private void send(ScheduleSpec spec, Instant due) {
        String name = spec.arn().substring(spec.arn().lastIndexOf('/') + 1);
        byte[] event = new ScheduledEvent(spec, pseudo).at(due);
        invocations.send(new AsyncInvocations.Call("CLOCK", name, spec.function(), event, spec.retries()));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
