package dev.warmpath.snapstart;

import org.crac.Core;

/** Registers what a function does before its snapshot is taken, and after each restore. */
public final class SnapStart {
    /** Lambda's own variable ("Defined runtime environment variables"). */
    private static final boolean TAKES_SNAPSHOT = "snap-start".equals(System.getenv("AWS_LAMBDA_INITIALIZATION_TYPE"));

    private SnapStart() {}

    /**
     * Adds an action before the snapshot; actions run in the order in which they were added.
     *
     * <p>An action that throws ends the initialisation in an error, so that the version is not published. All actions and the
     * initialisation share the larger of 130 s and the function's timeout ("Improving startup performance with Lambda
     * SnapStart").
     */
    public static void beforeCheckpoint(Runnable action) {
        if (TAKES_SNAPSHOT) {
            Registered.HOOKS.addBeforeCheckpoint(action);
        }
    }

    /**
     * Adds an action after each restore, before the first invocation; actions run in the order in which they were added.
     *
     * <p>An action that throws ends the environment. All of them share 10 s.
     */
    public static void afterRestore(Runnable action) {
        if (TAKES_SNAPSHOT) {
            Registered.HOOKS.addAfterRestore(action);
        }
    }

    /** Apart, since a start on demand would pay some 20 ms for the context and never run a hook. */
    private static final class Registered {
        /** The context holds its resources weakly, so this field is what keeps the hooks alive. */
        static final Hooks HOOKS = new Hooks();

        static {
            Core.getGlobalContext().register(HOOKS);
        }
    }
}
