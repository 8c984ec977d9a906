package dev.warmpath.local;

import dev.warmpath.local.frontdoor.Service;
import dev.warmpath.local.sqs.SqsClients;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The engines of a run as tests reach them, past its functions. */
final class Stores {
    private Stores() {}

    /** Rules for all functions are meant for it too. */
    static DynamoDbClient dynamoDb(LocalRun run) {
        return DynamoDbClient.builder()
                .endpointOverride(URI.create(run.frontDoor().endpoint(Service.DYNAMODB, "Test")))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    /** @param logicalId of a table of the template, which is in its name */
    static String tableName(DynamoDbClient client, String logicalId) {
        return client.listTables().tableNames().stream()
                .filter(table -> table.contains(logicalId))
                .findFirst()
                .orElseThrow();
    }

    static SqsClient sqs(LocalRun run) {
        Object endpoint =
                Api.json(Api.at(run.url()).get("/_warmpath/endpoints")).get("sqs");
        return SqsClients.at(URI.create((String) endpoint), "us-east-1");
    }
}
