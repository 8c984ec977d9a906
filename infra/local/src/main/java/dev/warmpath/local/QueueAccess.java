package dev.warmpath.local;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.warmpath.local.sqs.SqsClients;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Whose queues a command works on: those of a running API on this machine, or AWS's. */
final class QueueAccess {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Mixin
    private PortOption port;

    @Option(
            names = "--aws",
            description =
                    "Work on AWS, with the credentials and the region of your environment, by the queue's full name.")
    private boolean aws;

    boolean aws() {
        return aws;
    }

    SqsClient open() throws IOException, InterruptedException {
        return aws ? SqsClients.ofAws() : SqsClients.at(endpoint(), "us-east-1");
    }

    private URI endpoint() throws IOException, InterruptedException {
        Map<String, Object> endpoints = JSON.std.mapFrom(
                new RunningApi(port.number()).get("endpoints", LIMIT).body());
        if (endpoints.get("sqs") instanceof String endpoint) {
            return URI.create(endpoint);
        }
        throw new UserException("the template that runs on port " + port.number() + " has no queues.");
    }
}
