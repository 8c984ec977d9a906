package dev.warmpath.local.frontdoor;

import dev.warmpath.local.frontdoor.Fault.Unprocessed;
import java.util.random.RandomGenerator;

/** What the requests and errors of a service look like. */
interface Protocol {
    /**
     * Such as {@code GetItem}, as AWS's JSON protocols name it.
     *
     * @param request without the function in its path
     */
    default String operation(Message request) {
        String target = request.header("X-Amz-Target").orElse("unknown");
        return target.substring(target.lastIndexOf('.') + 1);
    }

    /** @param code of DynamoDB; a service with another one answers with its own */
    Message throttled(String code);

    /** @param status 500 or 503 */
    Message failed(int status);

    /** Has a batch processed in part. */
    Message answerPartly(Message request, Unprocessed fault, Engine engine, RandomGenerator random)
            throws UnreachableException;

    /** The request as it must be for its answer to tell what it used. */
    default Message askingForUnits(String operation, Message request) {
        return request;
    }

    /** What a call used of the units that the service is billed by; 0 where there is nothing to tell. */
    default double units(String operation, Message request, Message answer) {
        return 0;
    }

    /** Who is asked for what is left. */
    interface Engine {
        Message ask(Message request) throws UnreachableException;
    }
}
