package dev.warmpath.elasticmq;

import dev.warmpath.engine.ChildSide;
import java.io.IOException;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;

/** The child process: ElasticMQ on a loopback port of the system's choice, until standard input ends. */
final class Engine {
    private Engine() {}

    /** Takes the region and the account that the ARNs of queues name. */
    public static void main(String[] arguments) throws IOException {
        int port = SQSRestServerBuilder.withInterface("127.0.0.1")
                .withDynamicPort()
                .withAWSRegion(arguments[0])
                .withAWSAccountId(arguments[1])
                .start()
                .waitUntilStarted()
                .localAddress()
                .getPort();
        ChildSide.serve(port);
    }
}
