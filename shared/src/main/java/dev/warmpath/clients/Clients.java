package dev.warmpath.clients;

import dev.warmpath.telemetry.Telemetry;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** AWS clients made once per execution environment, over one HTTP client. */
public final class Clients {
    private Clients() {}

    public static DynamoDbClient dynamoDb() {
        return DynamoDb.CLIENT;
    }

    private static final class Http {
        static final SdkHttpClient CLIENT = new BackgroundHttpClient("AwsCommonRuntime", Http::start);

        private static SdkHttpClient start() {
            return AwsCrtHttpClient.builder()
                    .connectionTimeout(Duration.ofSeconds(1))
                    .maxConcurrency(50)
                    .build();
        }
    }

    private static final class DynamoDb {
        static final DynamoDbClient CLIENT = DynamoDbClient.builder()
                .httpClient(Http.CLIENT)
                .region(Region.of(System.getenv("AWS_REGION")))
                .credentialsProvider(credentials())
                .defaultsMode(DefaultsMode.STANDARD)
                .endpointDiscoveryEnabled(false)
                .overrideConfiguration(overrides())
                .build();
    }

    private static ClientOverrideConfiguration overrides() {
        return ClientOverrideConfiguration.builder()
                .retryStrategy(AwsRetryStrategy.standardRetryStrategy())
                .apiCallAttemptTimeout(Duration.ofSeconds(2))
                .apiCallTimeout(Duration.ofSeconds(5))
                .defaultProfileFile(ProfileFile.aggregator().build())
                .addExecutionInterceptor(Telemetry.awsCallTracing())
                .build();
    }

    private static AwsCredentialsProvider credentials() {
        if (System.getenv("AWS_CONTAINER_CREDENTIALS_FULL_URI") != null) {
            return ContainerCredentialsProvider.create();
        }
        if (System.getenv("AWS_ACCESS_KEY_ID") != null) {
            return EnvironmentVariableCredentialsProvider.create();
        }
        return DefaultCredentialsProvider.builder().build();
    }
}
