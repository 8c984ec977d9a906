package dev.warmpath.local;

import dev.warmpath.local.events.Pause;
import dev.warmpath.local.lambda.Functions;
import dev.warmpath.local.sqs.PollerRequests;
import dev.warmpath.local.template.Application;
import dev.warmpath.local.template.QueueMapping;
import dev.warmpath.local.template.QueueSpec;
import java.time.Duration;
import java.util.List;

/** What a run is busy with, for those who measure it. */
public final class Activity {
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Functions functions;
    private final LocalQueues queues;
    private final EventSources.Started sources;
    private final List<QueueSpec> delivered;
    private final List<Long> engines;

    Activity(
            Application application,
            Functions functions,
            LocalQueues queues,
            EventSources.Started sources,
            List<Long> engines) {
        this.functions = functions;
        this.queues = queues;
        this.sources = sources;
        this.delivered = application.queueMappings().stream()
                .map(QueueMapping::queue)
                .distinct()
                .toList();
        this.engines = engines;
    }

    /** Process ids of all functions' environments, the idle and the parked ones too. */
    public List<Long> functionPids() {
        return functions.pids();
    }

    /** Process ids of the engines for DynamoDB and SQS, without those that the run has not started itself. */
    public List<Long> enginePids() {
        return engines;
    }

    /** What the run's own pollers have asked of SQS since its start. */
    public PollerRequests pollerRequests() {
        return sources.queues().map(started -> started.requests()).orElse(PollerRequests.NONE);
    }

    /**
     * Waits until all that was asked of the run before is done: no invocation is under way, the queues that invoke functions
     * hold no message, a delayed or invisible one neither, and what was written to streams is processed. Then nothing is left
     * that could start an invocation, but a schedule, a retry of an asynchronous invocation, or the end of a tumbling window.
     *
     * @return false if that was not so within the limit
     */
    public boolean awaitQuiet(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        Pause pause = new Pause();
        boolean quiet = isQuiet(end, pause);
        while (!quiet && isBefore(end)) {
            pause.of(PAUSE);
            quiet = isQuiet(end, pause);
        }
        return quiet;
    }

    /** Streams are read some time after they are written, so nothing may have begun until they have been. */
    private boolean isQuiet(long end, Pause pause) throws InterruptedException {
        long begun = functions.begun();
        long since = System.nanoTime();
        boolean quiet = isIdle();
        while (quiet && !streamsAreDoneUntil(since)) {
            pause.of(PAUSE);
            quiet = functions.begun() == begun && isBefore(end);
        }
        return quiet && functions.begun() == begun && isIdle();
    }

    private boolean isIdle() throws InterruptedException {
        return !functions.areAtWork() && queues.areEmpty(delivered);
    }

    private boolean streamsAreDoneUntil(long time) {
        return sources.streams().map(streams -> streams.areDoneUntil(time)).orElse(true);
    }

    private static boolean isBefore(long end) {
        return System.nanoTime() - end < 0;
    }
}
