package dev.warmpath.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.warmpath.deadline.Deadline;
import dev.warmpath.deadline.DeadlineException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets Lambda call an {@link HttpFunction}, and is the one place where exceptions become answers. */
public final class HttpHandler implements RequestStreamHandler {
    private static final Logger LOG = LoggerFactory.getLogger(HttpHandler.class);

    private final HttpFunction function;

    public HttpHandler(HttpFunction function) {
        this.function = function;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream out, Context context) throws IOException {
        String requestId = context.getAwsRequestId();
        answer(event, context).with("x-request-id", requestId).write(out);
    }

    private Response answer(InputStream event, Context context) {
        String requestId = context.getAwsRequestId();
        try {
            return function.respond(Request.read(event, Deadline.of(context)));
        } catch (ProblemException e) {
            return e.problem().response(requestId);
        } catch (DeadlineException e) {
            LOG.warn("Answered 503 for want of time: {}", e.getMessage());
            return Problem.overdue().response(requestId);
        } catch (IOException | RuntimeException e) {
            LOG.error("Answered 500 for an unexpected exception", e);
            return Problem.unexpected().response(requestId);
        }
    }
}
