package dev.warmpath.local.lambda;

import dev.warmpath.local.template.FunctionSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Runs Lambda functions on this machine as Lambda does: each execution environment is a child JVM under AWS's own runtime
 * client, which runs the packaged artefact and gets its events through the Lambda runtime API.
 *
 * <p>What differs: a function has at most {@link Settings#maxEnvironments} environments, and further callers wait; memory is
 * limited by the heap alone; a restore resumes a parked environment and loads no snapshot.
 */
public final class Functions implements Invoker, AutoCloseable {
    private static final int REAP_SECONDS = 1;

    /** They are killed; this is for a busy machine. */
    private static final Duration END_LIMIT = Duration.ofSeconds(10);

    private final Run run;
    private final Map<String, FunctionPool> pools;
    private final ScheduledExecutorService reaper;

    private Functions(Run run, Map<String, FunctionPool> pools) {
        this.run = run;
        this.pools = pools;
        this.reaper = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("environment-reaper").factory());
    }

    /**
     * Unpacks the functions' code; their environments start with the first invocation.
     *
     * @param traces receives the segments of functions with active tracing
     * @throws NotRunnableException if an artefact, a layer or a library for this machine is missing
     */
    public static Functions open(List<FunctionSpec> functions, Settings settings, TraceDaemon traces, LogSink logs)
            throws IOException {
        return open(functions, settings, traces, logs, InvocationListener.NONE);
    }

    /** As {@link #open(List, Settings, TraceDaemon, LogSink)}, with a listener of all invocations. */
    public static Functions open(
            List<FunctionSpec> functions,
            Settings settings,
            TraceDaemon traces,
            LogSink logs,
            InvocationListener invocations)
            throws IOException {
        return open(functions, settings, Surroundings.of(traces, logs, invocations));
    }

    static Functions open(List<FunctionSpec> functions, Settings settings, Surroundings surroundings)
            throws IOException {
        Path folder = RunFolder.create(settings.workDir());
        try {
            return open(functions, settings, surroundings, folder);
        } catch (IOException | NotRunnableException e) {
            Folders.remove(folder);
            throw e;
        }
    }

    private static Functions open(List<FunctionSpec> functions, Settings settings, Surroundings around, Path folder)
            throws IOException {
        Map<FunctionSpec, Path> code =
                unpack(functions, folder, settings.tools().natives());
        RuntimeFiles runtime = RuntimeFiles.unpack(settings.tools().runtimeJars(), folder);
        Sampler sampler = Sampler.of(settings, around);
        Run run = new Run(settings, folder, runtime, RuntimeApi.open(), new Children(), around, sampler);
        Functions opened = new Functions(run, pools(code, run));
        opened.reaper.scheduleWithFixedDelay(opened::reap, REAP_SECONDS, REAP_SECONDS, TimeUnit.SECONDS);
        return opened;
    }

    private static Map<FunctionSpec, Path> unpack(List<FunctionSpec> functions, Path folder, Path natives)
            throws IOException {
        CodeFolders folders = new CodeFolders(folder, new Natives(natives, Host.current()));
        Map<FunctionSpec, Path> code = new LinkedHashMap<>();
        for (FunctionSpec function : functions) {
            code.put(function, folders.prepare(function));
        }
        return code;
    }

    private static Map<String, FunctionPool> pools(Map<FunctionSpec, Path> code, Run run) {
        Map<String, FunctionPool> pools = new HashMap<>();
        code.forEach((function, folder) -> {
            Environments environments = new Environments(function, folder, run);
            Launcher launcher = Launcher.of(environments, run.surroundings().initLimit());
            pools.put(function.name(), new FunctionPool(function, launcher, run));
        });
        return pools;
    }

    /**
     * {@inheritDoc} Interrupting the caller kills the environment that runs the event.
     *
     * @throws IllegalArgumentException if there is no such function
     */
    @Override
    public Invocation invoke(String function, String traceHeader, byte[] event) throws InterruptedException {
        return pool(function).invoke(traceHeader, event);
    }

    /**
     * Whether a further environment of a function would cost no more than a restore.
     *
     * @throws IllegalArgumentException if there is no such function
     */
    public boolean hasParked(String function) {
        return pool(function).hasParked();
    }

    /**
     * Process ids of a function's environments that run an event now.
     *
     * @throws IllegalArgumentException if there is no such function
     */
    public List<Long> pidsAtWork(String function) {
        return pool(function).pidsAtWork();
    }

    /** Process ids of all environments that live, busy or not. */
    public List<Long> pids() {
        return run.children().pids();
    }

    /** Invocations that have begun so far, of all functions. */
    public long begun() {
        return pools.values().stream().mapToLong(FunctionPool::begun).sum();
    }

    /** Whether an invocation is under way, or waits for an environment. */
    public boolean areAtWork() {
        return pools.values().stream().anyMatch(FunctionPool::isAtWork);
    }

    private FunctionPool pool(String function) {
        FunctionPool pool = pools.get(function);
        if (pool == null) {
            throw new IllegalArgumentException(
                    "There is no function " + function + "; there are " + new TreeSet<>(pools.keySet()) + ".");
        }
        return pool;
    }

    /**
     * Ends the environments that are idle, so that the next invocation of each function starts or restores another one, and
     * waits until their processes are gone, so that nothing measured next meets their exit.
     *
     * @throws IllegalStateException if one of them is not gone within 10 s
     */
    public void endIdle() throws InterruptedException {
        List<ExecutionEnvironment> ended = pools.values().stream()
                .flatMap(pool -> pool.reap(Instant.MAX).stream())
                .toList();
        for (ExecutionEnvironment environment : ended) {
            environment.awaitEnd(END_LIMIT);
        }
    }

    /** Ends the environments that have been idle for too long. */
    void reap() {
        Instant limit =
                run.surroundings().clock().instant().minus(run.settings().idleTime());
        pools.values().forEach(pool -> pool.reap(limit));
    }

    /**
     * Ends all environments and waits for that; whoever still waits for an answer gets the exit of its environment. An
     * interrupt ends the waiting, and the children then end by themselves.
     */
    @Override
    public void close() throws IOException {
        reaper.shutdownNow();
        try {
            run.children().endAll();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        run.api().close();
        Folders.remove(run.folder());
    }
}
