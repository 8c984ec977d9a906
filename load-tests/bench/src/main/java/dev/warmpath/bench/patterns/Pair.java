package dev.warmpath.bench.patterns;

import dev.warmpath.bench.measure.Race;
import dev.warmpath.bench.measure.Race.Pace;
import dev.warmpath.bench.measure.Race.Way;
import dev.warmpath.bench.measure.ThisProcess;
import dev.warmpath.bench.measure.Used;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** The same work without a pattern and with it, of which each run must have the same outcome. */
record Pair(Named without, Named with) {
    /** Characters of an outcome in a message. */
    private static final int SHOWN = 500;

    record Named(String name, Job job) {}

    static Pair of(String without, Job naive, String with, Job better) {
        return new Pair(new Named(without, naive), new Named(with, better));
    }

    /** @throws IllegalStateException if the outcomes differ: no figure of different work is worth quoting */
    Race race(String name, Pace pace, Stores stores) throws IOException, InterruptedException {
        Queue<Object> outcomes = new ArrayDeque<>();
        Lane first = new Lane(without, stores, outcomes::add);
        Lane second = new Lane(with, stores, outcome -> requireSame(outcomes.remove(), outcome));
        return Race.of(name, pace, List.of(first.way(), second.way()));
    }

    private void requireSame(Object expected, Object actual) {
        if (!expected.equals(actual)) {
            throw new IllegalStateException("%s came to %s, but %s to %s"
                    .formatted(without.name(), shortened(expected), with.name(), shortened(actual)));
        }
    }

    private static String shortened(Object outcome) {
        String text = outcome.toString();
        return text.substring(0, Math.min(SHOWN, text.length()));
    }

    private interface Outcomes {
        void take(Object outcome);
    }

    private static final class Lane {
        private final Named named;
        private final Stores stores;
        private final Outcomes outcomes;
        private Used used = Used.NOTHING;
        private Duration cpu = Duration.ZERO;

        Lane(Named named, Stores stores, Outcomes outcomes) {
            this.named = named;
            this.stores = stores;
            this.outcomes = outcomes;
        }

        Way way() {
            return new Way(named.name(), this::call, () -> cpu, () -> used);
        }

        private Duration call() throws IOException, InterruptedException {
            Job job = named.job();
            job.prepare();
            Used usedBefore = stores.meter().used();
            Duration cpuBefore = ThisProcess.cpu();
            long begun = System.nanoTime();
            Object answer = job.run();
            Duration waited = Duration.ofNanos(System.nanoTime() - begun);
            job.finish();
            Duration worked = Duration.ofNanos(System.nanoTime() - begun);
            charge(
                    worked,
                    stores.meter().used().minus(usedBefore),
                    ThisProcess.cpu().minus(cpuBefore));
            outcomes.take(job.outcome(answer));
            return waited;
        }

        private void charge(Duration worked, Used ofStores, Duration ofProcess) {
            used = used.plus(ofStores).plus(new Used(worked, 0, 0, 0, 0));
            // The front door delays calls in this same process, whose CPU time tells nothing of the work then.
            cpu = stores.delayed() ? Duration.ZERO : cpu.plus(ofProcess);
        }
    }
}
