package dev.warmpath.bench.rig;

import dev.warmpath.local.lambda.Functions;
import dev.warmpath.local.lambda.Invocation;
import dev.warmpath.local.lambda.Invocation.Result;
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

    public Subject subject() {
        return subject;
    }

    /** @throws IllegalStateException if the function fails or answers with an error: no figure is worth quoting then */
    public Invocation.Report invoke() throws InterruptedException {
        Invocation invocation = functions.invoke(
                subject.function().name(), NO_TRACE, subject.events().get());
        if (invocation.result() instanceof Result.Success success && !isError(success.payload())) {
            return invocation.report();
        }
        throw new IllegalStateException(subject.name() + " failed: " + invocation.result());
    }

    public void awaitParked() {
        while (!functions.hasParked(subject.function().name())) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static boolean isError(byte[] payload) {
        String text = new String(payload, StandardCharsets.UTF_8);
        return text.contains("\"statusCode\":4") || text.contains("\"statusCode\":5");
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
