package dev.warmpath.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.local.probe.EventProbe;
import dev.warmpath.local.probe.QueueProbe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two runs of this one process, each with engines of its own, and what each can tell of itself alone. */
@Tag("full")
@Timeout(180)
class TwoRunsIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String TEMPLATE = """
            AWSTemplateFormatVersion: '2010-09-09'
            Transform: AWS::Serverless-2016-10-31
            Globals:
              Function:
                Runtime: java25
                CodeUri: events/probe.jar
                MemorySize: 512
                Timeout: 20
                Tracing: Active
            Resources:
              Sender:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: dev.warmpath.local.probe.QueueProbe::handleRequest
                  CodeUri: queue/probe.jar
                  Environment: {Variables: {PROBE_FOLDER: '%s', QUEUE_URL: !Ref Orders}}
                  Events:
                    Send: {Type: HttpApi, Properties: {Method: POST, Path: '/send/{body}'}}
              Consumer:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: dev.warmpath.local.probe.EventProbe::handleRequest
                  Events:
                    Orders: {Type: SQS, Properties: {Queue: !GetAtt Orders.Arn}}
              Writer:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: dev.warmpath.local.probe.EventProbe::handleRequest
              Projection:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: dev.warmpath.local.probe.EventProbe::handleRequest
                  Events:
                    Stream:
                      Type: DynamoDB
                      Properties: {Stream: !GetAtt Items.StreamArn, StartingPosition: TRIM_HORIZON}
              Orders:
                Type: AWS::SQS::Queue
                Properties: {VisibilityTimeout: 60}
              Items:
                Type: AWS::DynamoDB::Table
                Properties:
                  AttributeDefinitions: [{AttributeName: pk, AttributeType: S}]
                  KeySchema: [{AttributeName: pk, KeyType: HASH}]
                  StreamSpecification: {StreamViewType: NEW_IMAGE}
            """;

    @TempDir
    private Path folder;

    private record Side(LocalRun run, Queue<String> invoked) {
        private int send() {
            return Api.ofAnotherTemplate(run.url()).post("/send/hello", "").statusCode();
        }

        private int write() {
            return Api.ofAnotherTemplate(run.url())
                    .post("/_warmpath/invoke/Writer", "{\"put\": \"ada\"}")
                    .statusCode();
        }

        private boolean awaitQuiet() throws InterruptedException {
            return run.activity().awaitQuiet(LIMIT);
        }
    }

    private Side start(Path template) throws IOException, InterruptedException {
        Queue<String> invoked = new ConcurrentLinkedQueue<>();
        RunListeners listeners = new RunListeners(
                exchange -> {},
                delivery -> {},
                (function, environment, line) -> {},
                (function, sampled, invocation) -> invoked.add(function + (sampled ? ", traced" : "")),
                Throwable::printStackTrace);
        return new Side(LocalRun.start(TestRuns.of(template, 2), listeners), invoked);
    }

    @Test
    void eachRunHasItsOwnEnginesFunctionsAndCounts() throws Exception {
        Path template = template();
        Side second = start(template);
        try (LocalRun right = second.run()) {
            Side first = start(template);
            try (LocalRun left = first.run()) {
                left.frontDoor().capacity().meter(true);
                assertThat(first.send()).isEqualTo(200);
                assertThat(first.write()).isEqualTo(200);
                assertThat(first.awaitQuiet()).isTrue();

                assertThat(first.invoked())
                        .containsExactlyInAnyOrder(
                                "Sender, traced", "Consumer, traced", "Writer, traced", "Projection, traced");
                assertThat(second.invoked()).isEmpty();
                assertThat(left.frontDoor().capacity().writeUnits("Writer")).isEqualTo(1);
                assertOnlyTheFirstWorked(left.activity(), right.activity());
            }
            assertThat(second.send()).isEqualTo(200);
            assertThat(second.awaitQuiet()).isTrue();
            assertThat(second.invoked()).containsExactlyInAnyOrder("Sender, traced", "Consumer, traced");
        }
    }

    private static void assertOnlyTheFirstWorked(Activity first, Activity second) {
        assertThat(first.pollerRequests().receives()).isEqualTo(1);
        assertThat(first.pollerRequests().deletes()).isEqualTo(1);
        assertThat(second.pollerRequests().receives()).isZero();
        assertThat(first.functionPids()).hasSize(4);
        assertThat(second.functionPids()).isEmpty();
        assertThat(first.enginePids()).hasSize(2).doesNotContainAnyElementsOf(second.enginePids());
    }

    /** The probe fails at it, and until it is visible again there is neither an invocation nor a message to receive. */
    @Test
    void runWithAMessageThatComesBackIsNotQuiet() throws Exception {
        Side side = start(template());
        try (LocalRun run = side.run()) {
            assertThat(Api.ofAnotherTemplate(run.url()).post("/send/fail", "").statusCode())
                    .isEqualTo(200);

            assertThat(run.activity().awaitQuiet(Duration.ofSeconds(5))).isFalse();
        }
    }

    private Path template() throws IOException {
        ProbeJar.write(Files.createDirectory(folder.resolve("queue")), QueueProbe.class);
        ProbeJar.write(Files.createDirectory(folder.resolve("events")), EventProbe.class);
        return Files.writeString(folder.resolve("template.yaml"), TEMPLATE.formatted(folder));
    }
}
