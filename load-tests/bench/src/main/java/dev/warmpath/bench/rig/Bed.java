package dev.warmpath.bench.rig;

import dev.warmpath.dynamodblocal.DynamoDbLocal;
import dev.warmpath.elasticmq.ElasticMq;
import dev.warmpath.local.dynamodb.Tables;
import dev.warmpath.local.lambda.Settings;
import dev.warmpath.local.lambda.TraceDaemon;
import dev.warmpath.local.sqs.Queues;
import dev.warmpath.local.sqs.SqsClients;
import dev.warmpath.local.template.QueueSpec;
import dev.warmpath.local.template.TableSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * What functions run on while they are measured: an empty DynamoDB, a trace daemon, the checkout's packaged code, and an SQS
 * where one was asked for.
 */
public record Bed(Path project, DynamoDbLocal dynamoDb, Optional<ElasticMq> sqs, TraceDaemon traces)
        implements AutoCloseable {
    private static final int TRACES_KEPT = 100;
    private static final String REGION = "us-east-1";
    private static final String ACCOUNT = "000000000000";

    /** Without SQS. */
    public static Bed make(Path project) throws IOException, InterruptedException {
        DynamoDbLocal dynamoDb = DynamoDbLocal.start(project.resolve("infra/dynamodb-local/target"), Optional.empty());
        return new Bed(project, dynamoDb, Optional.empty(), TraceDaemon.start(TRACES_KEPT));
    }

    public static Bed makeWithSqs(Path project) throws IOException, InterruptedException {
        ElasticMq sqs = ElasticMq.start(project.resolve("infra/elasticmq/target"), REGION, ACCOUNT);
        try {
            Bed bed = make(project);
            return new Bed(project, bed.dynamoDb, Optional.of(sqs), bed.traces);
        } catch (IOException | InterruptedException | RuntimeException e) {
            sqs.close();
            throw e;
        }
    }

    public void createTables(List<TableSpec> tables) {
        Tables.create(dynamoDb.endpoint(), tables);
    }

    /** @throws java.util.NoSuchElementException on a bed without SQS */
    public void createQueues(List<QueueSpec> queues) {
        try (SqsClient client = sqsClient()) {
            Queues.create(client, queues);
        }
    }

    /**
     * To be closed by whoever asks for it.
     *
     * @throws java.util.NoSuchElementException on a bed without SQS
     */
    public SqsClient sqsClient() {
        return SqsClients.at(sqs.orElseThrow().endpoint(), REGION);
    }

    /** Traces are sampled as X-Ray does by default: one a second and a twentieth of the rest. */
    public Settings settings() {
        return Settings.defaults(Settings.Tools.of(project), project.resolve("load-tests/bench/target/run"))
                .withVariables(endpoints());
    }

    private Map<String, String> endpoints() {
        Map<String, String> endpoints = new HashMap<>();
        endpoints.put("AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.endpoint().toString());
        sqs.ifPresent(engine ->
                endpoints.put("AWS_ENDPOINT_URL_SQS", engine.endpoint().toString()));
        return endpoints;
    }

    @Override
    public void close() {
        traces.close();
        dynamoDb.close();
        sqs.ifPresent(ElasticMq::close);
    }
}
