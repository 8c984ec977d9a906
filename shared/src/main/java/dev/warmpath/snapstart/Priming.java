package dev.warmpath.snapstart;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Runs a handler before the snapshot, with an event as it will get them. The handler must write nothing for it. */
public final class Priming {
    private Priming() {}

    /**
     * Takes one pass through a handler.
     *
     * @param event path of a resource in the handler's artefact, such as {@code /priming/get-user.json}
     * @param expected what the answer must contain for the pass to have taken the path that it is meant to warm
     * @throws IllegalStateException if the answer is another one, so that a function that fails is not published unprimed
     * @throws UncheckedIOException if the handler cannot read the event or write its answer
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
        try (InputStream in = handler.getClass().getResourceAsStream(event)) {
            if (in == null) {
                throw new IllegalStateException("The artefact has no priming event " + event);
            }
            handler.handleRequest(in, answer, new PrimingContext());
        } catch (IOException e) {
            throw new UncheckedIOException("Priming with " + event + " failed", e);
        }
        return answer.toString(StandardCharsets.UTF_8);
    }
}
