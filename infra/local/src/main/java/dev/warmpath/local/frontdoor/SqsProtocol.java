package dev.warmpath.local.frontdoor;

import dev.warmpath.local.frontdoor.Fault.Unprocessed;
import java.util.random.RandomGenerator;

/**
 * SQS's JSON protocol.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-making-api-requests-json.html">
 *     Making API requests with AWS JSON protocol</a>
 * @see <a href="https://aws.amazon.com/sqs/pricing/">Amazon SQS pricing</a>
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/CommonErrors.html">Common errors</a>
 */
final class SqsProtocol implements Protocol {
    private static final int BILLED_BYTES = 64 * 1024;
    private static final String NAMESPACE = "com.amazonaws.sqs#";

    /** Requests as they are billed: one for each 64 KB of payload, of which a batch may have more. */
    @Override
    public double units(String operation, Message request, Message answer) {
        int payload = Math.max(request.body().length, answer.body().length);
        return Math.max(1, Math.ceilDiv(payload, BILLED_BYTES));
    }

    @Override
    public Message throttled(String code) {
        return error(
                "400 Bad Request", "RequestThrottled", "Sender", "The request was denied due to request throttling.");
    }

    @Override
    public Message failed(int status) {
        return status == 503
                ? error(
                        "503 Service Unavailable",
                        "ServiceUnavailable",
                        "Receiver",
                        "The request has failed due to a temporary failure of the server.")
                : error(
                        "500 Internal Server Error",
                        "InternalFailure",
                        "Receiver",
                        "The request processing has failed because of an unknown error, exception or failure.");
    }

    /** The header is for clients that go by the codes of the older query protocol. */
    private static Message error(String status, String code, String fault, String text) {
        return JsonError.of(status, NAMESPACE + code, text).with("x-amzn-query-error", code + ";" + fault);
    }

    @Override
    public Message answerPartly(Message request, Unprocessed fault, Engine engine, RandomGenerator random) {
        throw new IllegalStateException("SQS has none of the operations " + Unprocessed.OPERATIONS + ".");
    }
}
