package dev.warmpath.bench.usage;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Processor time of some processes, by their ids, which tell the children of one run from those of another; the system counts it
 * in steps of 10 ms. What a process has used since the last look is lost when it ends, so a run that is measured ends none.
 */
final class CpuTime {
    private final Map<Long, Duration> last = new HashMap<>();

    /** Milliseconds since the last call, or of a process that was not there then, since its start. */
    long take(List<Long> pids) {
        return pids.stream()
                .map(this::take)
                .reduce(Duration.ZERO, Duration::plus)
                .toMillis();
    }

    private Duration take(long pid) {
        Duration now = ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
        Duration before = now.isZero() ? null : last.put(pid, now);
        return before == null ? now : now.minus(before);
    }
}
