package dev.warmpath.telemetry;

import com.amazonaws.services.lambda.runtime.Context;
import org.crac.Resource;

/**
 * Knows where this process is in its life: priming before a SnapStart checkpoint, on its first invocation, or warm.
 *
 * <p>The initialization types are those of <a
 * href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html">Lambda's environment variables</a>.
 */
final class ExecutionEnvironment implements Resource {
    static final String ON_DEMAND = "on-demand";
    static final String SNAP_START = "snap-start";

    private final Settings settings;
    private boolean awaitsRestore;
    private boolean cold;
    private volatile Invocation current = Invocation.NONE;

    ExecutionEnvironment(Settings settings) {
        this.settings = settings;
        this.awaitsRestore = settings.initType().equals(SNAP_START);
        this.cold = awaitsRestore || settings.initType().equals(ON_DEMAND);
    }

    /** Environments started ahead of demand (provisioned concurrency) have no cold start that a caller would feel. */
    synchronized Invocation begin(Context context) {
        boolean priming = awaitsRestore;
        boolean coldStart = cold;
        cold = cold && priming;
        current = Invocation.of(context, coldStart, priming);
        return current;
    }

    synchronized void end() {
        current = Invocation.NONE;
    }

    /** The invocation that runs now in any thread, since an environment serves one at a time. */
    Invocation current() {
        return current;
    }

    Settings settings() {
        return settings;
    }

    @Override
    public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
        // Nothing is held that a snapshot could not keep.
    }

    @Override
    public synchronized void afterRestore(org.crac.Context<? extends Resource> context) {
        awaitsRestore = false;
    }
}
