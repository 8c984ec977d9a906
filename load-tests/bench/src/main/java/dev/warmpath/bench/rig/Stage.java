package dev.warmpath.bench.rig;

import dev.warmpath.local.lambda.Functions;
import dev.warmpath.local.lambda.Invocation;
import dev.warmpath.local.lambda.Invocation.Result;
import dev.warmpath.local.lambda.Invocation.Start;
import dev.warmpath.local.lambda.Settings;
import dev.warmpath.local.lambda.TraceDaemon;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** One subject in environments of its own, so that their CPU time and memory can be told from all others'. */
public final class Stage implements AutoCloseable {
    private static final String NO_TRACE = "";
    private static final Duration PAUSE = Duration.ofMillis(50);

    /** Of an API's function, and of one that works on batches. */
    private static final List<String> ERRORS =
            List.of("\"statusCode\":4", "\"statusCode\":5", "\"batchItemFailures\":[{");

    private final Subject subject;
    private final Functions functions;
    private final Path folder;

    private Stage(Subject subject, Functions functions, Path folder) {
        this.subject = subject;
        this.functions = functions;
        this.folder = folder;
    }

    public static Stage open(Subject subject, Settings settings, TraceDaemon traces) throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(settings.workDir()), "stage-");
        Functions functions = Functions.open(
                List.of(subject.function()), settings.withWorkDir(folder), traces, (function, environment, line) -> {});
        return new Stage(subject, functions, folder);
    }

    /** Calls a subject once, in an environment on demand that ends with this. */
    public static void once(Subject subject, Settings settings, TraceDaemon traces)
            throws IOException, InterruptedException {
        try (Stage stage = open(subject.snapStart(false), settings, traces)) {
            stage.invoke();
        }
    }

    public Subject subject() {
        return subject;
    }

    /** @throws IllegalStateException if the function fails or answers with an error: no figure is worth quoting then */
    public Invocation.Report invoke() throws InterruptedException {
        return invoke(functions, subject);
    }

    /** Of several functions, the subject's. */
    static Invocation.Report invoke(Functions functions, Subject subject) throws InterruptedException {
        Invocation invocation = functions.invoke(
                subject.function().name(), NO_TRACE, subject.events().get());
        answer(subject, invocation);
        return invocation.report();
    }

    /**
     * What the function answers to an event of the caller's own.
     *
     * @throws IllegalStateException if the function fails or answers with an error
     */
    public String answerTo(byte[] event) throws InterruptedException {
        return answer(subject, functions.invoke(subject.function().name(), NO_TRACE, event));
    }

    private static String answer(Subject subject, Invocation invocation) {
        if (invocation.result() instanceof Result.Success success) {
            String answer = new String(success.payload(), StandardCharsets.UTF_8);
            if (!isError(answer)) {
                return answer;
            }
            throw new IllegalStateException(subject.name() + " answered " + answer);
        }
        throw new IllegalStateException(subject.name() + " failed: " + invocation.result());
    }

    /** Ends the idle environments, so that the next call starts or restores another one, and waits until they are gone. */
    public void endIdle() throws InterruptedException {
        functions.endIdle();
    }

    public void awaitParked() {
        awaitParked(functions, subject);
    }

    /** The call that restored a parked environment; another one is parked again when it returns. */
    public Invocation.Report restore() throws InterruptedException {
        return restore(functions, subject);
    }

    /** Of several functions, the subject's; one whose snapshot had to be made first says nothing about a restore. */
    static Invocation.Report restore(Functions functions, Subject subject) throws InterruptedException {
        while (true) {
            functions.endIdle();
            Invocation.Report report = invoke(functions, subject);
            // The next restore, whosever it is, shall not meet the making of this one's spare.
            awaitParked(functions, subject);
            if (report.start() == Start.RESTORED && report.snapshot().isEmpty()) {
                return report;
            }
        }
    }

    private static void awaitParked(Functions functions, Subject subject) {
        while (!functions.hasParked(subject.function().name())) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static boolean isError(String answer) {
        return ERRORS.stream().anyMatch(answer::contains);
    }

    /** CPU time of this stage's processes since their start; the system counts it in steps of 10 ms. */
    public Duration cpu() {
        return processes()
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Those of this stage's environments. */
    public Stream<ProcessHandle> processes() {
        return ProcessHandle.current().children().filter(this::isOurs);
    }

    /** The path of the environment's own folder stands in its command line. */
    private boolean isOurs(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains(folder + "/");
    }

    @Override
    public void close() throws IOException {
        functions.close();
        Files.delete(folder);
    }
}
