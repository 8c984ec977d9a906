package dev.warmpath.local.lambda;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * The open answer to a runtime client that waits for work; one of its methods is to be called, once.
 *
 * <p>A child that has died cannot take its answer. That is not an error here, since the watch on its process tells of it.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Using the Lambda runtime API</a>
 */
record Reply(RuntimeConnection connection) {
    private static final System.Logger LOG = System.getLogger(Reply.class.getName());

    void deliver(Event event) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("Lambda-Runtime-Aws-Request-Id", event.requestId());
        headers.put("Lambda-Runtime-Deadline-Ms", Long.toString(event.deadline().toEpochMilli()));
        headers.put("Lambda-Runtime-Invoked-Function-Arn", event.functionArn());
        event.traceHeader().ifPresent(header -> headers.put("Lambda-Runtime-Trace-Id", header));
        send(headers, event.payload());
    }

    /** Lets a parked runtime client go on to its hooks. */
    void restore() {
        send(Map.of(), new byte[0]);
    }

    private void send(Map<String, String> headers, byte[] body) {
        try {
            connection.write("200 OK", headers, body);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "An environment is gone before its event arrived.", e);
        }
    }
}
