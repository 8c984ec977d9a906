package dev.warmpath.bench.measure;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/** The process that measures. */
public final class ThisProcess {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private ThisProcess() {}

    /** CPU time that all its threads have taken so far. */
    public static Duration cpu() {
        return Duration.ofNanos(SYSTEM.getProcessCpuTime());
    }
}
