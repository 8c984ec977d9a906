package dev.warmpath.local.frontdoor;

import java.util.Set;

/** A way in which a call fails. */
public sealed interface Fault {
    /**
     * The service refuses, and the call changed nothing.
     *
     * @param code one of {@link #CODES}, with which DynamoDB refuses; SQS does with {@code RequestThrottled} alone
     * @throws IllegalArgumentException if the code is another
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html">Error handling
     *     with DynamoDB</a>
     */
    record Throttling(String code) implements Fault {
        public static final Set<String> CODES =
                Set.of("ProvisionedThroughputExceededException", "ThrottlingException", "RequestLimitExceeded");

        public Throttling {
            require(CODES.contains(code), "A throttling code is one of " + CODES + ", not " + code + ".");
        }
    }

    /**
     * The service answers with an error of its own, and the call changed nothing.
     *
     * @param status 500 or 503
     * @throws IllegalArgumentException if the status is another
     */
    record ServerError(int status) implements Fault {
        public static final Set<Integer> STATUSES = Set.of(500, 503);

        public ServerError {
            require(STATUSES.contains(status), "A server error is 500 or 503, not " + status + ".");
        }
    }

    /**
     * Some keys of a BatchGetItem or items of a BatchWriteItem are answered as unprocessed. If all of them are, the answer is
     * ProvisionedThroughputExceededException, as DynamoDB gives it then.
     *
     * @param share probability with which each key or item is left out, above 0 and at most 1
     * @throws IllegalArgumentException if the share is outside of that
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html">BatchGetItem</a>
     */
    record Unprocessed(double share) implements Fault {
        public static final Set<String> OPERATIONS = Set.of("BatchGetItem", "BatchWriteItem");

        public Unprocessed {
            require(share > 0 && share <= 1, "A share is above 0 and at most 1, not " + share + ".");
        }

        @Override
        public boolean isPossibleFor(String operation) {
            return OPERATIONS.contains(operation);
        }
    }

    /** The connection is cut before the engine hears of the call. */
    record LostRequest() implements Fault {}

    /** The connection is cut after the engine has done what it was asked: the caller cannot tell this from a lost request. */
    record LostAnswer() implements Fault {}

    default boolean isPossibleFor(String operation) {
        return true;
    }

    private static void require(boolean valid, String otherwise) {
        if (!valid) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
