package dev.warmpath.batch;

import java.io.IOException;
import java.net.HttpURLConnection;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/** Tells failures that may pass from those that a repetition would meet again. */
final class Passing {
    private Passing() {}

    /**
     * Whether a request failed by throttling, by a fault on the service's side, or by a connection that was cut or too slow. The
     * SDK has repeated such a request a few times before.
     */
    static boolean mayPass(SdkException failure) {
        if (failure instanceof SdkServiceException answered) {
            return answered.isThrottlingException() || answered.statusCode() >= HttpURLConnection.HTTP_INTERNAL_ERROR;
        }
        return failure.getCause() instanceof IOException
                || failure instanceof ApiCallAttemptTimeoutException
                || failure instanceof ApiCallTimeoutException;
    }
}
