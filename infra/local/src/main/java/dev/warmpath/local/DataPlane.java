package dev.warmpath.local;

import dev.warmpath.dynamodblocal.DynamoDbLocal;
import dev.warmpath.elasticmq.ElasticMq;
import dev.warmpath.local.emulator.Emulator;
import dev.warmpath.local.template.PseudoParameters;
import dev.warmpath.s3.LocalS3;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** What answers as the services of AWS do: engines that this run starts and ends, or an emulator that runs already. */
sealed interface DataPlane {
    /**
     * One service at work.
     *
     * @param pid its process, if this run has started it
     */
    record Engine(URI endpoint, OptionalLong pid, Runnable end) implements AutoCloseable {
        private static Engine elsewhere(URI endpoint) {
            return new Engine(endpoint, OptionalLong.empty(), () -> {});
        }

        @Override
        public void close() {
            end.run();
        }
    }

    /**
     * DynamoDB and its streams, answering.
     *
     * @throws dev.warmpath.engine.EngineException if it does not
     */
    Engine dynamoDb() throws InterruptedException;

    /**
     * SQS, answering.
     *
     * @throws dev.warmpath.engine.EngineException if it does not
     */
    Engine sqs() throws InterruptedException;

    /**
     * S3, answering.
     *
     * @throws dev.warmpath.engine.EngineException if it does not
     */
    Engine s3() throws InterruptedException;

    static DataPlane of(RunOptions options, PseudoParameters pseudo) {
        return options.endpoint()
                .<DataPlane>map(url -> new Elsewhere(Emulator.at(url, pseudo.region())))
                .orElseGet(() -> new OfTheRun(options.project().resolve("infra"), options.data(), pseudo));
    }

    /** @param data folder that keeps tables and objects; empty to keep them in memory */
    record OfTheRun(Path modules, Optional<Path> data, PseudoParameters pseudo) implements DataPlane {
        @Override
        public Engine dynamoDb() throws InterruptedException {
            DynamoDbLocal engine = DynamoDbLocal.start(modules.resolve("dynamodb-local/target"), data);
            return new Engine(engine.endpoint(), OptionalLong.of(engine.pid()), engine::close);
        }

        @Override
        public Engine sqs() throws InterruptedException {
            ElasticMq engine =
                    ElasticMq.start(modules.resolve("elasticmq/target"), pseudo.region(), pseudo.accountId());
            return new Engine(engine.endpoint(), OptionalLong.of(engine.pid()), engine::close);
        }

        @Override
        public Engine s3() throws InterruptedException {
            LocalS3 engine = LocalS3.start(modules.resolve("s3/target"), data.map(folder -> folder.resolve("s3")));
            return new Engine(engine.endpoint(), OptionalLong.empty(), engine::close);
        }
    }

    /** Whoever started the emulator ends it, and keeps what is in it. */
    record Elsewhere(Emulator emulator) implements DataPlane {
        @Override
        public Engine dynamoDb() {
            return Engine.elsewhere(emulator.dynamoDb());
        }

        @Override
        public Engine sqs() {
            return Engine.elsewhere(emulator.sqs());
        }

        @Override
        public Engine s3() {
            return Engine.elsewhere(emulator.s3());
        }
    }
}
