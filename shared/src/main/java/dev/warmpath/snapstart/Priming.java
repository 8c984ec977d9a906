package dev.warmpath.snapstart;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.warmpath.env.Env;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Runs a handler before the snapshot, with an event as it will get them. The handler must write nothing for it. */
public final class Priming {
    /** Where the runtime client puts the header of an invocation, from where the SDK adds it to requests. */
    private static final String TRACE_PROPERTY = "com.amazonaws.xray.traceHeader";

    private static final String TRACE = "Root=1-00000000-000000000000000000000000;Parent=0000000000000000;Sampled=0";

    private static final int MOST_PASSES = 10_000;

    /** Below the 130 s that a snapshot may take, with room for the initialisation before and for one more pass. */
    private static final Duration ENOUGH = Duration.ofSeconds(60);

    private Priming() {}

    /**
     * Runs passes before the snapshot again and again, as often as the variable {@code PRIMING_PASSES} says, but begins none
     * after 60 s. The JVM compiles a method when it was called some hundred times, and the snapshot holds what it has compiled;
     * without this each environment would interpret its first hundreds of requests and compile beside them.
     *
     * @param passes which must be repeatable
     * @throws IllegalStateException before the snapshot, if the variable is no whole number from 1 to 10,000
     */
    public static void untilCompiled(Runnable passes) {
        SnapStart.beforeCheckpoint(
                () -> repeat(passes, Env.read(env -> env.number("PRIMING_PASSES", 1, MOST_PASSES)), ENOUGH));
    }

    static void repeat(Runnable passes, int times, Duration enough) {
        long begin = System.nanoTime();
        passes.run();
        for (int time = 1; time < times && System.nanoTime() - begin < enough.toNanos(); time++) {
            passes.run();
        }
    }

    /**
     * Takes one pass through a handler.
     *
     * @param event path of a resource in the handler's artefact, such as {@code /priming/get-user.json}
     * @param expected what the answer must contain for the pass to have taken the path that it is meant to warm
     * @throws IllegalStateException if the answer is another one, so that a function that fails is not published unprimed
     * @throws UncheckedIOException if the handler throws
     */
    public static void pass(RequestStreamHandler handler, String event, String expected) {
        String answer = answer(handler, event);
        if (!answer.contains(expected)) {
            throw new IllegalStateException(
                    "Priming with " + event + " should have answered " + expected + " but answered " + answer);
        }
    }

    private static String answer(RequestStreamHandler handler, String event) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        System.setProperty(TRACE_PROPERTY, TRACE);
        try (InputStream in = handler.getClass().getResourceAsStream(event)) {
            if (in == null) {
                throw new IllegalStateException("The artefact has no priming event " + event);
            }
            invoke(handler, in, answer);
        } catch (IOException e) {
            throw new UncheckedIOException("Priming with " + event + " failed", e);
        } finally {
            System.clearProperty(TRACE_PROPERTY);
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    /** By reflection, as the runtime client does it, since the JVM makes classes for the first call of this kind. */
    private static void invoke(RequestStreamHandler handler, InputStream in, OutputStream answer) throws IOException {
        try {
            RequestStreamHandler.class
                    .getMethod("handleRequest", InputStream.class, OutputStream.class, Context.class)
                    .invoke(handler, in, answer, new PrimingContext());
        } catch (InvocationTargetException e) {
            throw new IOException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A handler has no handleRequest that can be called", e);
        }
    }
}
