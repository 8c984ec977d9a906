package dev.warmpath.local.lambda.probe;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import org.crac.Core;
import org.crac.Resource;

/** Fails in the hook that {@code BROKEN_HOOK} names. */
public final class BrokenHook implements RequestStreamHandler, Resource {
    public BrokenHook() {
        Core.getGlobalContext().register(this);
    }

    @Override
    public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
        fail("checkpoint");
    }

    @Override
    public void afterRestore(org.crac.Context<? extends Resource> context) {
        fail("restore");
    }

    private static void fail(String hook) {
        if (hook.equals(System.getenv("BROKEN_HOOK"))) {
            throw new IllegalStateException(hook + " failed");
        }
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        throw new AssertionError("never reached");
    }
}
