package dev.warmpath.clients;

import dev.warmpath.telemetry.Telemetry;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * AWS clients made once per execution environment, on first use, over one HTTP client.
 *
 * <p>Nothing is looked up on disk or in instance metadata: region and credentials come from the environment.
 */
public final class Clients {
    /** Within a region a connection takes milliseconds; one that takes longer is better tried again. */
    static final Duration CONNECT = Duration.ofSeconds(1);

    /**
     * Far above DynamoDB's single-digit milliseconds, so that only a lost answer is cut off and tried again. With the
     * three attempts of standard retries a call ends within 7 seconds; a timeout of the whole call as well would cost
     * each call a second timer.
     */
    static final Duration ATTEMPT = Duration.ofSeconds(2);

    /** One environment serves one request at a time, which may read some tables and indexes in parallel. */
    private static final int CONNECTIONS = 50;

    /** There priming makes a whole request before the snapshot. */
    private static final String SNAP_START = "snap-start";

    private Clients() {}

    /**
     * The client of DynamoDB.
     *
     * @throws IllegalStateException if {@code AWS_REGION} is not set
     */
    public static DynamoDbClient dynamoDb() {
        return DynamoDb.CLIENT;
    }

    /**
     * The client of SQS.
     *
     * @throws IllegalStateException if {@code AWS_REGION} is not set
     */
    public static SqsClient sqs() {
        return Sqs.CLIENT;
    }

    /**
     * Sets up the client of another service as those here are, over the same HTTP client.
     *
     * @param attempt after which an attempt is cut off, of which there are three at most
     * @return the builder
     * @throws IllegalStateException if {@code AWS_REGION} is not set
     */
    public static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B configured(
            B builder, Duration attempt) {
        return builder.httpClient(Http.CLIENT)
                .region(region(System.getenv()))
                .credentialsProvider(credentials(System.getenv()))
                .overrideConfiguration(overrides(attempt));
    }

    private static final class Http {
        static final SdkHttpClient CLIENT = new BackgroundHttpClient("AwsCommonRuntime", Http::start);

        private static SdkHttpClient start() {
            return AwsCrtHttpClient.builder()
                    .connectionTimeout(CONNECT)
                    .maxConcurrency(CONNECTIONS)
                    .build();
        }
    }

    private static final class DynamoDb {
        static {
            if (!SNAP_START.equals(System.getenv("AWS_LAMBDA_INITIALIZATION_TYPE"))) {
                FirstRequest.prepare();
            }
        }

        static final DynamoDbClient CLIENT = configured(DynamoDbClient.builder(), ATTEMPT)
                .endpointDiscoveryEnabled(false)
                .build();
    }

    private static final class Sqs {
        static final SqsClient CLIENT = configured(SqsClient.builder(), ATTEMPT).build();
    }

    /**
     * Whether clients reach AWS itself, and not an emulator that {@code AWS_ENDPOINT_URL} or one of its variants for a
     * service names.
     */
    public static boolean reachAws() {
        return reachAws(System.getenv());
    }

    static boolean reachAws(Map<String, String> environment) {
        return environment.keySet().stream().noneMatch(name -> name.startsWith("AWS_ENDPOINT_URL"));
    }

    static Region region(Map<String, String> environment) {
        String region = environment.get("AWS_REGION");
        if (region == null) {
            throw new IllegalStateException(
                    "AWS_REGION is not set: Lambda sets it, anyone else has to, as eu-central-1");
        }
        return Region.of(region);
    }

    /**
     * Lambda hands out credentials as variables, except <a
     * href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-activate.html">under SnapStart</a>, where those of a
     * snapshot would be out of date, at a container endpoint.
     */
    static AwsCredentialsProvider credentials(Map<String, String> environment) {
        if (environment.containsKey("AWS_CONTAINER_CREDENTIALS_FULL_URI")) {
            return ContainerCredentialsProvider.create();
        }
        if (environment.containsKey("AWS_ACCESS_KEY_ID")) {
            return EnvironmentVariableCredentialsProvider.create();
        }
        return DefaultCredentialsProvider.builder().build();
    }

    private static ClientOverrideConfiguration overrides(Duration attempt) {
        return ClientOverrideConfiguration.builder()
                .retryStrategy(AwsRetryStrategy.standardRetryStrategy())
                .apiCallAttemptTimeout(attempt)
                .defaultProfileFile(ProfileFile.aggregator().build())
                .addExecutionInterceptor(Telemetry.awsCallTracing())
                .build();
    }
}
