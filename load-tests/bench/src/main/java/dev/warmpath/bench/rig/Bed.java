package dev.warmpath.bench.rig;

import dev.warmpath.dynamodblocal.DynamoDbLocal;
import dev.warmpath.local.dynamodb.Tables;
import dev.warmpath.local.lambda.Settings;
import dev.warmpath.local.lambda.TraceDaemon;
import dev.warmpath.local.template.TableSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What functions run on while they are measured: an empty DynamoDB, a trace daemon, and the checkout's packaged code. */
public record Bed(Path project, DynamoDbLocal dynamoDb, TraceDaemon traces) implements AutoCloseable {
    private static final int TRACES_KEPT = 100;

    public static Bed make(Path project) throws IOException, InterruptedException {
        DynamoDbLocal dynamoDb = DynamoDbLocal.start(project.resolve("infra/dynamodb-local/target"), Optional.empty());
        return new Bed(project, dynamoDb, TraceDaemon.start(TRACES_KEPT));
    }

    public void createTables(List<TableSpec> tables) {
        Tables.create(dynamoDb.endpoint(), tables);
    }

    /** Traces are sampled as X-Ray does by default: one a second and a twentieth of the rest. */
    public Settings settings() {
        return Settings.defaults(Settings.Tools.of(project), project.resolve("load-tests/bench/target/run"))
                .withVariables(
                        Map.of("AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.endpoint().toString()));
    }

    @Override
    public void close() {
        traces.close();
        dynamoDb.close();
    }
}
