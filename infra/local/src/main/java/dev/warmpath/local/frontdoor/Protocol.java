package dev.warmpath.local.frontdoor;

import dev.warmpath.local.frontdoor.Fault.Unprocessed;
import java.util.random.RandomGenerator;

/** What the requests and errors of a service look like. */
interface Protocol {
    /** Such as {@code GetItem}. */
    String operation(Message request);

    Message throttled(String code);

    /** @param status 500 or 503 */
    Message failed(int status);

    /** Has a batch processed in part. */
    Message answerPartly(Message request, Unprocessed fault, Engine engine, RandomGenerator random)
            throws UnreachableException;

    /** Who is asked for what is left. */
    interface Engine {
        Message ask(Message request) throws UnreachableException;
    }
}
