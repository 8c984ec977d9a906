package dev.warmpath.local.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers what the server refuses before a handler sees it, such as a malformed request, in the form of HTTP APIs. */
final class GatewayErrors implements Request.Handler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        String message = status == HttpStatus.INTERNAL_SERVER_ERROR_500
                ? "Internal Server Error"
                : HttpStatus.getMessage(status);
        Answer answer = Answer.message(status, message);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.write(true, ByteBuffer.wrap(answer.body()), callback);
        return true;
    }
}
