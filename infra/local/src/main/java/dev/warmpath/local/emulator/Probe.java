package dev.warmpath.local.emulator;

import dev.warmpath.engine.EngineException;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;

/** Asks an emulator whether it does what a service of AWS does, and says in one sentence why not. */
record Probe(URI url, String region) {
    private static final String ACCESS_KEY = "local";
    private static final Duration LIMIT = Duration.ofSeconds(10);

    /**
     * The codes with which AWS refuses credentials, whatever is called.
     *
     * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/CommonErrors.html">Common errors</a>
     */
    private static final Set<String> REFUSALS = Set.of(
            "AccessDenied",
            "AccessDeniedException",
            "IncompleteSignature",
            "IncompleteSignatureException",
            "InvalidClientTokenId",
            "InvalidSignatureException",
            "MissingAuthenticationToken",
            "MissingAuthenticationTokenException",
            "NotAuthorized",
            "SignatureDoesNotMatch",
            "UnrecognizedClientException");

    /** A client that tries once, to be closed by the caller. */
    <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(B builder) {
        return builder.endpointOverride(url)
                .region(Region.of(region))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, "local")))
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(
                        override -> override.apiCallTimeout(LIMIT).retryStrategy(DefaultRetryStrategy.doNotRetry()))
                .build();
    }

    /**
     * Makes a call.
     *
     * @param call whether the answer is one of this service
     * @throws EngineException if it is not
     */
    void ask(String service, BooleanSupplier call) {
        try {
            if (!call.getAsBoolean()) {
                throw notOf(service, "its answer is none", null);
            }
        } catch (ApiCallTimeoutException e) {
            throw new EngineException(
                    url + " did not answer for " + LIMIT.toSeconds() + " s; expected an emulator there.", e);
        } catch (AwsServiceException e) {
            throw refused(service, e);
        } catch (SdkClientException e) {
            throw unanswered(service, e);
        }
    }

    private EngineException refused(String service, AwsServiceException e) {
        String code = String.valueOf(e.awsErrorDetails().errorCode());
        if (REFUSALS.contains(code) || e.statusCode() == 401 || e.statusCode() == 403) {
            return new EngineException(
                    "the emulator at " + url + " refuses the access key " + ACCESS_KEY + " in region " + region + " ("
                            + code + "); expected one that takes any credentials, and serves that region.",
                    e);
        }
        return notOf(service, "HTTP " + e.statusCode() + ", " + code, e);
    }

    private EngineException unanswered(String service, SdkClientException e) {
        return isOfTheNetwork(e)
                ? new EngineException(
                        "nothing answers at " + url + ": start the emulator, or name the URL of a running one with "
                                + "--endpoint.",
                        e)
                : notOf(service, "its answer is none", e);
    }

    /** Other clients wrap what the socket says in one exception more or less. */
    private static boolean isOfTheNetwork(SdkClientException e) {
        return Stream.<Throwable>iterate(e, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SocketException || cause instanceof UnknownHostException);
    }

    private EngineException notOf(String service, String answer, Throwable cause) {
        return new EngineException(
                "what answers at " + url + " does not do what " + service + " does (" + answer
                        + "); expected an emulator of AWS with this service switched on.",
                cause);
    }
}
