package dev.warmpath.local.dynamodb;

import dev.warmpath.local.template.TableSpec;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveResponse;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveSpecification;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** Makes the template's tables in a DynamoDB that may already hold them from an earlier run. */
public final class Tables {
    private final DynamoDbClient dynamoDb;

    private Tables(DynamoDbClient dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    /** As {@link #create(DynamoDbClient, List)}, in an engine that takes any credentials. */
    public static void create(URI endpoint, List<TableSpec> specs) {
        try (DynamoDbClient client = DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(UrlConnectionHttpClient.create())
                .build()) {
            create(client, specs);
        }
    }

    /**
     * Creates the tables that are missing and keeps the others with their data.
     *
     * <p>Backups, encryption, deletion protection and tags guard data in a cloud, and are left out here.
     *
     * @throws TableException if a table exists with other keys or indexes than the template gives it
     */
    public static void create(DynamoDbClient dynamoDb, List<TableSpec> specs) {
        Tables tables = new Tables(dynamoDb);
        specs.forEach(tables::create);
    }

    private void create(TableSpec spec) {
        CreateTableRequest wanted = TableRequest.of(spec);
        Optional<TableDescription> existing = find(spec.name());
        if (existing.isEmpty()) {
            dynamoDb.createTable(wanted);
            dynamoDb.waiter().waitUntilTableExists(request -> request.tableName(spec.name()));
        } else {
            requireSame(spec, TableKeys.of(wanted), TableKeys.of(existing.get()));
        }
        TableRequest.timeToLive(spec).ifPresent(setting -> enable(spec.name(), setting));
    }

    private Optional<TableDescription> find(String name) {
        try {
            return Optional.of(
                    dynamoDb.describeTable(request -> request.tableName(name)).table());
        } catch (ResourceNotFoundException missing) {
            return Optional.empty();
        }
    }

    private static void requireSame(TableSpec spec, TableKeys wanted, TableKeys existing) {
        if (!wanted.equals(existing)) {
            throw new TableException(
                    "Table " + spec.name() + " exists with " + existing + ", but the template asks for " + wanted
                            + "; delete it or its data folder, or name another folder or emulator");
        }
    }

    /** DynamoDB refuses to enable what is enabled. */
    private void enable(String name, TimeToLiveSpecification setting) {
        DescribeTimeToLiveResponse current = dynamoDb.describeTimeToLive(request -> request.tableName(name));
        if (current.timeToLiveDescription().timeToLiveStatus() != TimeToLiveStatus.ENABLED) {
            dynamoDb.updateTimeToLive(request -> request.tableName(name).timeToLiveSpecification(setting));
        }
    }
}
