package dev.warmpath.clients;

import java.time.Duration;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** AWS clients made once per execution environment, over one HTTP client. */
public final class Clients {
    private Clients() {}

    public static DynamoDbClient dynamoDb() {
        return DynamoDb.CLIENT;
    }

    private static final class DynamoDb {
        static final DynamoDbClient CLIENT = DynamoDbClient.builder()
                .httpClientBuilder(AwsCrtHttpClient.builder().connectionTimeout(Duration.ofSeconds(1)))
                .build();
    }
}
