package dev.warmpath.batch;

import dev.warmpath.elasticmq.ElasticMq;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.Context.BeforeExecution;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;

/** An empty queue on the real engine, and how many batches were sent to it. */
record TestQueue(SqsClient client, String url, Batches batches) {

    int requests() {
        return batches.sentTo(url);
    }

    /** Takes all messages off the queue. */
    List<String> bodies() {
        List<String> bodies = new ArrayList<>();
        List<Message> received = receive();
        while (!received.isEmpty()) {
            received.forEach(message -> bodies.add(message.body()));
            received = receive();
        }
        return bodies;
    }

    private List<Message> receive() {
        return client.receiveMessage(receive -> receive.queueUrl(url).maxNumberOfMessages(10))
                .messages();
    }

    /** Counts the requests of the client by their queue. */
    static final class Batches implements ExecutionInterceptor {
        private final Map<String, Integer> sent = new ConcurrentHashMap<>();

        @Override
        public void beforeExecution(BeforeExecution call, ExecutionAttributes attributes) {
            if (call.request() instanceof SendMessageBatchRequest batch) {
                sent.merge(batch.queueUrl(), 1, Integer::sum);
            }
        }

        int sentTo(String url) {
            return sent.getOrDefault(url, 0);
        }
    }

    /** Gives a test a queue of its own, on one engine for all tests. */
    static final class OnRealEngine implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == TestQueue.class;
        }

        @Override
        public TestQueue resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(OnRealEngine.class))
                    .getOrComputeIfAbsent(Engine.class, key -> Engine.started(), Engine.class)
                    .queue();
        }
    }

    private record Engine(ElasticMq process, SqsClient client, Batches batches) implements AutoCloseable {
        static Engine started() {
            ElasticMq process = start();
            Batches batches = new Batches();
            SqsClient client = SqsClient.builder()
                    .endpointOverride(process.endpoint())
                    .region(Region.EU_CENTRAL_1)
                    .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                    .httpClientBuilder(AwsCrtHttpClient.builder())
                    .overrideConfiguration(with -> with.addExecutionInterceptor(batches))
                    .build();
            return new Engine(process, client, batches);
        }

        private static ElasticMq start() {
            try {
                return ElasticMq.start(Path.of("../infra/elasticmq/target"), Region.EU_CENTRAL_1.id(), "000000000000");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while the engine started", e);
            }
        }

        TestQueue queue() {
            String url = client.createQueue(queue -> queue.queueName("batch-" + UUID.randomUUID()))
                    .queueUrl();
            return new TestQueue(client, url, batches);
        }

        @Override
        public void close() {
            client.close();
            process.close();
        }
    }
}
