package dev.warmpath.bench.usage;

import dev.warmpath.local.LocalRun;
import dev.warmpath.local.RunListeners;
import dev.warmpath.local.lambda.Invocation;
import dev.warmpath.local.lambda.LogSink;
import dev.warmpath.local.sqs.PollerRequests;
import dev.warmpath.local.template.FunctionSpec;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Measures what one local run uses.
 *
 * <p>It listens to the run, so it is there first: {@code meter = new UsageMeter()}, {@code run = LocalRun.start(options,
 * meter.listeners(others))}, {@code meter.attach(run)}. The counts of the run's front door must not be reset meanwhile.
 *
 * <p>Log bytes are those of the events' messages, uncompressed, as CloudWatch bills what it takes in; the 26 bytes of metadata
 * that it adds to an event are part of what it stores. What Lambda itself writes is estimated: see {@code PlatformLog}.
 *
 * @see <a href="https://aws.amazon.com/cloudwatch/pricing/">Amazon CloudWatch pricing</a>
 */
public final class UsageMeter {
    private final CpuTime functionCpu = new CpuTime();
    private final CpuTime engineCpu = new CpuTime();
    private volatile Map<String, FunctionTally> tallies = new ConcurrentHashMap<>();
    private LocalRun run;
    private Totals before = Totals.ZERO;
    private PollerRequests lastPollers = PollerRequests.NONE;

    /** Those of a run to be measured, which tell the given ones too. */
    public RunListeners listeners(RunListeners others) {
        LogSink logs = (function, environment, message) -> {
            tally(function).logged(message);
            others.functionLogs().message(function, environment, message);
        };
        return new RunListeners(
                others.exchanges(),
                others.deliveries(),
                logs,
                (function, sampled, invocation) -> {
                    invoked(function, sampled, invocation);
                    others.invocations().ended(function, sampled, invocation);
                },
                others.errors());
    }

    private void invoked(String function, boolean sampled, Invocation invocation) {
        if (!(invocation.result() instanceof Invocation.Result.Throttled)) {
            tally(function).invoked(invocation.report(), sampled);
        }
    }

    private FunctionTally tally(String function) {
        return tallies.computeIfAbsent(function, _ -> new FunctionTally());
    }

    /** Measures the run that was started with this meter's listeners, from now on. */
    public void attach(LocalRun started) {
        run = started;
        run.frontDoor().capacity().meter(true);
        take(0);
    }

    /**
     * All that was used since the last call, or since {@link #attach}. Work that is under way is divided between this call's
     * answer and the next one's; {@link #awaitQuiet} first keeps it together.
     *
     * @param requests that callers made of the API meanwhile
     */
    public Usage take(long requests) {
        Map<String, FunctionTally> taken = tallies;
        tallies = new ConcurrentHashMap<>();
        Totals now = Totals.of(run);
        Totals used = now.minus(before);
        before = now;
        lastPollers = used.pollers();
        return new Usage(
                requests,
                functions(taken, used),
                lastPollers.receives() + lastPollers.deletes(),
                functionCpu.take(run.activity().functionPids()),
                engineCpu.take(run.activity().enginePids()));
    }

    private Map<String, FunctionUsage> functions(Map<String, FunctionTally> taken, Totals used) {
        Map<String, FunctionUsage> functions = new TreeMap<>();
        for (FunctionSpec function : run.application().functions()) {
            String name = function.name();
            FunctionTally tally = taken.getOrDefault(name, new FunctionTally());
            functions.put(name, tally.usage(function, used.callsOf(name), used.readUnits(name), used.writeUnits(name)));
        }
        return functions;
    }

    /** What the run's own pollers asked of SQS in what was last taken, receives in vain included. */
    public PollerRequests lastPollerRequests() {
        return lastPollers;
    }

    /**
     * Waits until the work that requests have left to others is done: see {@link dev.warmpath.local.Activity#awaitQuiet}.
     *
     * @return false if it is not within the limit
     */
    public boolean awaitQuiet(Duration limit) throws InterruptedException {
        return run.activity().awaitQuiet(limit);
    }
}
