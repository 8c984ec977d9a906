package dev.warmpath.local.frontdoor;

import dev.warmpath.local.frontdoor.Fault.Unprocessed;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * S3's REST protocol, with errors in XML.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">Error responses</a>
 */
final class S3Protocol implements Protocol {
    @Override
    public String operation(Message request) {
        return S3Operation.of(request).name();
    }

    /** The one way in which S3 throttles, whatever the code asked for. */
    @Override
    public Message throttled(String code) {
        return error("503 Slow Down", "SlowDown", "Please reduce your request rate.");
    }

    @Override
    public Message failed(int status) {
        return status == 503
                ? error("503 Service Unavailable", "ServiceUnavailable", "Service is unable to handle request.")
                : error(
                        "500 Internal Server Error",
                        "InternalError",
                        "We encountered an internal error. Please try again.");
    }

    private static Message error(String status, String code, String text) {
        String id = UUID.randomUUID().toString();
        String xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code + "</Code><Message>" + text
                + "</Message><RequestId>" + id + "</RequestId></Error>";
        return Message.of("HTTP/1.1 " + status, xml.getBytes(StandardCharsets.UTF_8))
                .with("Content-Type", "application/xml")
                .with("x-amz-request-id", id);
    }

    @Override
    public Message answerPartly(Message request, Unprocessed fault, Engine engine, RandomGenerator random) {
        throw new IllegalStateException("S3 has none of the operations " + Unprocessed.OPERATIONS + ".");
    }
}
