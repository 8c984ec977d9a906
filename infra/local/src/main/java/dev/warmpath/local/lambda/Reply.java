package dev.warmpath.local.lambda;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The open answer to a runtime client that waits for work; exactly one of its methods is to be called, once.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Using the Lambda runtime API</a>
 */
record Reply(Response response, Callback callback) {

    /** Writes head and body in one segment: in two, delayed acknowledgement would add 40 ms. */
    void deliver(Event event) {
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(HttpHeader.CONTENT_TYPE, "application/json");
        headers.put("Lambda-Runtime-Aws-Request-Id", event.requestId());
        headers.put("Lambda-Runtime-Deadline-Ms", Long.toString(event.deadline().toEpochMilli()));
        headers.put("Lambda-Runtime-Invoked-Function-Arn", event.functionArn());
        event.traceHeader().ifPresent(header -> headers.put("Lambda-Runtime-Trace-Id", header));
        response.write(true, ByteBuffer.wrap(event.payload()), callback);
    }

    /** Lets a parked runtime client go on to its hooks. */
    void restore() {
        callback.succeeded();
    }

    void abandon() {
        callback.failed(new EofException("The execution environment ended."));
    }
}
