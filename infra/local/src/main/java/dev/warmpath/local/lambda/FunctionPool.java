package dev.warmpath.local.lambda;

import dev.warmpath.local.lambda.ExecutionEnvironment.Answer;
import dev.warmpath.local.lambda.Invocation.Report;
import dev.warmpath.local.lambda.Invocation.Result;
import dev.warmpath.local.template.FunctionSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * The execution environments of one function.
 *
 * <p>A new environment is launched only when none is idle, so there are never more of them than permits.
 */
final class FunctionPool {
    private record Idle(ExecutionEnvironment environment, Instant since) {}

    private record Call(String requestId, Optional<String> traceHeader, byte[] payload) {
        private boolean isSampled() {
            return traceHeader.filter(header -> header.endsWith("Sampled=1")).isPresent();
        }
    }

    private final FunctionSpec function;
    private final Launcher launcher;
    private final Tracing tracing;
    private final String arn;
    private final InvocationListener listener;
    private final InstantSource clock;
    private final Semaphore permits;
    private final AtomicInteger concurrency = new AtomicInteger();
    private final LongAdder begun = new LongAdder();
    private final Deque<Idle> idle = new ConcurrentLinkedDeque<>();
    private final Set<ExecutionEnvironment> atWork = ConcurrentHashMap.newKeySet();

    FunctionPool(FunctionSpec function, Launcher launcher, Run run) {
        this.function = function;
        this.launcher = launcher;
        this.listener = run.surroundings().invocations();
        this.clock = run.surroundings().clock();
        this.tracing = new Tracing(function.activeTracing(), run.sampler());
        this.arn = "arn:aws:lambda:" + run.settings().region() + ":000000000000:function:" + function.name();
        this.permits = new Semaphore(run.settings().maxEnvironments(), true);
    }

    /** Callers beyond the function's reserved concurrency are refused, those beyond its environments wait in order. */
    Invocation invoke(String traceHeader, byte[] payload) throws InterruptedException {
        Call call = new Call(UUID.randomUUID().toString(), tracing.headerFor(traceHeader), payload);
        try {
            Invocation invocation = admit(call, concurrency.incrementAndGet());
            listener.ended(function.name(), function.activeTracing() && call.isSampled(), invocation);
            return invocation;
        } finally {
            concurrency.decrementAndGet();
        }
    }

    private Invocation admit(Call call, int atOnce) throws InterruptedException {
        begun.increment();
        return atOnce > function.reservedConcurrency().orElse(Integer.MAX_VALUE) ? throttled(call) : serve(call);
    }

    private Invocation serve(Call call) throws InterruptedException {
        permits.acquire();
        try {
            return attemptUntilDelivered(call);
        } finally {
            permits.release();
        }
    }

    private Invocation attemptUntilDelivered(Call call) throws InterruptedException {
        Optional<Invocation> done = attempt(call);
        while (done.isEmpty()) {
            done = attempt(call);
        }
        return done.get();
    }

    /** Empty if the environment turned out to be dead before the event reached it. */
    private Optional<Invocation> attempt(Call call) throws InterruptedException {
        return switch (lease()) {
            case Lease.Granted granted -> invoke(call, granted);
            case Lease.Failed failed -> Optional.of(failure(call, failed));
        };
    }

    /** The runtime client exits by itself after an error, unless the function keeps it from that. */
    private Invocation failure(Call call, Lease.Failed lease) {
        lease.environment().end();
        return report(call, lease, new Answer(lease.cause(), Duration.ZERO));
    }

    /** The environment used last comes first, so that the others become idle long enough to be reaped. */
    private Lease lease() throws InterruptedException {
        Idle warm = idle.pollFirst();
        return warm == null ? launcher.launch() : new Lease.Granted(warm.environment(), Preparation.NONE);
    }

    private Optional<Invocation> invoke(Call call, Lease.Granted lease) throws InterruptedException {
        ExecutionEnvironment environment = lease.environment();
        Optional<Answer> answer = run(environment, event(call));
        if (!environment.isDead()) {
            idle.addFirst(new Idle(environment, clock.instant()));
        }
        launcher.replenish();
        return answer.map(given -> report(call, lease, given));
    }

    private Optional<Answer> run(ExecutionEnvironment environment, Event event) throws InterruptedException {
        atWork.add(environment);
        try {
            return environment.invoke(event, function.timeout());
        } finally {
            atWork.remove(environment);
        }
    }

    private Event event(Call call) {
        Instant deadline = Instant.now().plus(function.timeout());
        return new Event(call.requestId(), arn, call.traceHeader(), deadline, call.payload());
    }

    private Invocation report(Call call, Lease lease, Answer answer) {
        Preparation preparation = lease.preparation();
        return new Invocation(
                answer.result(),
                new Report(
                        call.requestId(),
                        lease.environment().id(),
                        preparation.start(),
                        preparation.took(),
                        answer.took(),
                        preparation.billedWith(answer.took()),
                        preparation.snapshot(),
                        function.memoryMegabytes(),
                        lease.environment().peakMemoryMegabytes()));
    }

    private Invocation throttled(Call call) {
        Report nothing = new Report(
                call.requestId(),
                "",
                Invocation.Start.WARM,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                Optional.empty(),
                function.memoryMegabytes(),
                0);
        return new Invocation(new Result.Throttled(), nothing);
    }

    long begun() {
        return begun.sum();
    }

    boolean isAtWork() {
        return concurrency.get() > 0;
    }

    boolean hasParked() {
        return launcher.hasParked();
    }

    List<Long> pidsAtWork() {
        return atWork.stream().map(ExecutionEnvironment::pid).toList();
    }

    /** Ends environments that have been idle since before {@code limit}, and returns them. */
    List<ExecutionEnvironment> reap(Instant limit) {
        List<ExecutionEnvironment> ended = new ArrayList<>();
        for (Iterator<Idle> oldest = idle.descendingIterator(); oldest.hasNext(); ) {
            Idle candidate = oldest.next();
            // An environment that was taken meanwhile is no longer in the queue, and stays.
            if (candidate.since().isBefore(limit) && idle.remove(candidate)) {
                candidate.environment().end();
                ended.add(candidate.environment());
            }
        }
        return ended;
    }
}
