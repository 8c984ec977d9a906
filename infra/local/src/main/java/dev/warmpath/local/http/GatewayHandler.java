package dev.warmpath.local.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Blocker;
import org.eclipse.jetty.util.Callback;

/** Takes a request from the server, has it answered by the API or by the local run itself, and writes the answer. */
final class GatewayHandler extends Handler.Abstract {
    private final RequestReader reader;
    private final ReservedRoutes reserved;
    private final ApiService api;
    private final Consumer<Exchange> exchanges;
    private final Consumer<Throwable> errors;

    GatewayHandler(RequestReader reader, ReservedRoutes reserved, ApiService api, GatewayOptions options) {
        this.reader = reader;
        this.reserved = reserved;
        this.api = api;
        this.exchanges = options.exchanges();
        this.errors = options.errors();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Progress progress = new Progress();
        String id = RequestReader.newId();
        try {
            Answer answer = answer(request, id, progress).with("apigw-requestid", id);
            send(answer, response, callback);
            report(progress.answered(request.getMethod(), path(request), answer.status()));
        } catch (IOException callerGone) {
            callback.failed(callerGone);
        } catch (RuntimeException e) {
            errors.accept(e);
            callback.failed(e);
        }
        return true;
    }

    private static String path(Request request) {
        return Objects.requireNonNullElse(request.getHttpURI().getPath(), "");
    }

    private Answer answer(Request request, String id, Progress progress) throws IOException {
        try {
            return route(reader.read(request, id), progress);
        } catch (Refusal refusal) {
            progress.failed(refusal.getMessage());
            return refusal.answer();
        } catch (InterruptedException closing) {
            progress.failed("GatewayClosing");
            return Answer.message(503, "Service Unavailable");
        } catch (RuntimeException e) {
            errors.accept(e);
            progress.failed(e.getClass().getSimpleName());
            return Answer.message(500, "Internal Server Error");
        }
    }

    private Answer route(ApiRequest request, Progress progress) throws InterruptedException {
        return ReservedRoutes.areFor(request) ? reserved.answer(request) : api.answer(request, progress);
    }

    /** Header and body go out in one write; in two segments, delayed acknowledgement would hold back the second. */
    private static void send(Answer answer, Response response, Callback callback) {
        response.setStatus(answer.status());
        HttpFields.Mutable headers = response.getHeaders();
        for (Answer.Header header : answer.headers()) {
            headers.add(header.name(), header.value());
        }
        ByteBuffer body = ByteBuffer.wrap(answer.body());
        if (answer.status() == 413) {
            sendAndDrain(body, response, callback);
        } else {
            response.write(true, body, callback);
        }
    }

    private static void sendAndDrain(ByteBuffer body, Response response, Callback callback) {
        try (Blocker.Callback written = Blocker.callback()) {
            response.write(true, body, written);
            written.block();
            RequestBody.drain(response.getRequest());
            callback.succeeded();
        } catch (IOException callerGone) {
            callback.failed(callerGone);
        }
    }

    private void report(Exchange exchange) {
        try {
            exchanges.accept(exchange);
        } catch (RuntimeException e) {
            errors.accept(e);
        }
    }
}
