package dev.warmpath.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The processes of a local run that this process has started, by what they are. */
public final class Processes {
    private static final String PSS = "Pss:";
    private static final int KILOBYTES_IN_A_MEGABYTE = 1_024;

    private static final List<String> ENGINES = List.of("dynamodb-local", "elasticmq");
    private static final String FUNCTION = "SupervisedRuntime";

    private Processes() {}

    public static boolean isEngine(ProcessHandle process) {
        return ENGINES.stream().anyMatch(commandOf(process)::contains);
    }

    public static boolean isFunction(ProcessHandle process) {
        return commandOf(process).contains(FUNCTION);
    }

    private static String commandOf(ProcessHandle process) {
        return process.info().commandLine().orElse("");
    }

    /** CPU time since their start; the system counts it in steps of 10 ms. */
    public static Duration cpu(Predicate<ProcessHandle> which) {
        return children(which)
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    public static int count(Predicate<ProcessHandle> which) {
        return (int) children(which).count();
    }

    private static Stream<ProcessHandle> children(Predicate<ProcessHandle> which) {
        return ProcessHandle.current().children().filter(which);
    }

    /** Resident memory, where pages that processes share count once among all of them. */
    public static int megabytes(Predicate<ProcessHandle> which) {
        return children(which).mapToInt(process -> kilobytes(process.pid())).sum() / KILOBYTES_IN_A_MEGABYTE;
    }

    /** Of the process that measures, in which the local run is. */
    public static int ownMegabytes() {
        return kilobytes(ProcessHandle.current().pid()) / KILOBYTES_IN_A_MEGABYTE;
    }

    /**
     * From Linux's {@code /proc}.
     *
     * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_smaps.5.html">proc_pid_smaps(5)</a>
     */
    private static int kilobytes(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith(PSS))
                    .mapToInt(line -> Integer.parseInt(
                            line.substring(PSS.length()).replace("kB", "").strip()))
                    .sum();
        } catch (NoSuchFileException e) {
            // It ended meanwhile.
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
