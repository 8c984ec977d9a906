package dev.warmpath.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.local.lambda.Await;
import dev.warmpath.local.probe.EventProbe;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A stream, what it gives up, schedules and {@code invoke} in a whole run, as a person at a terminal sees them. */
@Tag("full")
@Timeout(120)
class EventSourcesIT {
    private static final String TEMPLATE = """
            AWSTemplateFormatVersion: '2010-09-09'
            Transform: AWS::Serverless-2016-10-31
            Globals:
              Function:
                Runtime: java25
                Handler: dev.warmpath.local.probe.EventProbe::handleRequest
                CodeUri: probe.jar
                MemorySize: 512
                Timeout: 30
            Resources:
              Items:
                Type: AWS::DynamoDB::Table
                Properties:
                  AttributeDefinitions: [{AttributeName: pk, AttributeType: S}]
                  KeySchema: [{AttributeName: pk, KeyType: HASH}]
                  StreamSpecification: {StreamViewType: NEW_IMAGE}
              Writer:
                Type: AWS::Serverless::Function
              Projection:
                Type: AWS::Serverless::Function
                Properties:
                  Events:
                    Stream:
                      Type: DynamoDB
                      Properties:
                        Stream: !GetAtt Items.StreamArn
                        StartingPosition: TRIM_HORIZON
                        FilterCriteria: {Filters: [{Pattern: '{"eventName": ["INSERT"]}'}]}
              Refusing:
                Type: AWS::Serverless::Function
                Properties:
                  Environment: {Variables: {FAILS: always}}
                  Events:
                    Stream:
                      Type: DynamoDB
                      Properties:
                        Stream: !GetAtt Items.StreamArn
                        StartingPosition: TRIM_HORIZON
                        MaximumRetryAttempts: 0
                        DestinationConfig: {OnFailure: {Destination: !GetAtt GivenUp.Arn}}
              GivenUp:
                Type: AWS::SQS::Queue
              Auditor:
                Type: AWS::Serverless::Function
                Properties:
                  Events:
                    GivenUp:
                      Type: SQS
                      Properties: {Queue: !GetAtt GivenUp.Arn}
              Nightly:
                Type: AWS::Serverless::Function
                Properties:
                  Events:
                    Night:
                      Type: ScheduleV2
                      Properties:
                        ScheduleExpression: cron(0 3 * * ? *)
                        ScheduleExpressionTimezone: Europe/Berlin
            """;

    @TempDir
    private static Path folder;

    private static CommandLineProcess up;
    private static URI url;

    @BeforeAll
    static void start() throws Exception {
        ProbeJar.write(folder, EventProbe.class);
        Path template = Files.writeString(folder.resolve("template.yaml"), TEMPLATE);
        up = CommandLineProcess.start("up", "--port", "0", "--logs", "--template", template.toString());
        url = up.awaitUp();
    }

    @AfterAll
    static void stop() throws Exception {
        up.close();
    }

    @Test
    void itemThatAFunctionWritesReachesTheFunctionOfTheStream() throws Exception {
        put();

        Await.until("the stream's function", () -> up.output().contains("Projection got"));
        Await.until("its line", () -> up.output().contains("STREAM Items, 1 record"));
        assertThat(up.output())
                .containsPattern("INVOKE Writer +ok .*Writer-1 .*billed \\d+ ms")
                .containsPattern("STREAM Items, 1 record +ok .*Projection-1 +cold in .*billed \\d+ ms")
                .contains("\"eventName\":\"INSERT\"")
                .contains("\"NewImage\":{\"pk\":{\"S\":\"ada\"}}");
    }

    @Test
    void recordThatAFunctionRefusesReachesTheQueueOfItsMapping() throws Exception {
        put();

        Await.until("the queue's function", () -> up.output().contains("Auditor got"));
        Await.until("its line", () -> up.output().contains("GivenUp, 1 message"));
        assertThat(up.output())
                .containsPattern("STREAM Items, 1 record +err .*Refusing-1")
                .containsPattern("STREAM Items, 1 record given up +err .*RetryAttemptsExhausted")
                .containsPattern("Auditor got .*\\\\\"condition\\\\\":\\\\\"RetryAttemptsExhausted\\\\\"")
                .containsPattern("SQS +GivenUp, 1 message +ok .*Auditor-1");
    }

    private static void put() throws Exception {
        Path event = Files.writeString(folder.resolve("put.json"), "{\"put\": 1.10}");
        try (CommandLineProcess invoke = invoke("Writer", "--event", event.toString())) {
            assertThat(invoke.exitCode()).isZero();
            assertThat(invoke.output()).isEqualToIgnoringWhitespace("{\"got\": {\"put\": 1.10}}");
        }
    }

    @Test
    void scheduledFunctionIsInvokedWithItsSchedulesEvent() throws Exception {
        try (CommandLineProcess invoke = invoke("Nightly")) {
            assertThat(invoke.exitCode()).isZero();
            assertThat(invoke.output())
                    .contains("\"detail-type\" : \"Scheduled Event\"", "\"source\" : \"aws.scheduler\"")
                    .contains("arn:aws:scheduler:us-east-1:000000000000:schedule/default/NightlyNight");
        }
    }

    @Test
    void failedFunctionIsItsErrorAndAFailure() throws Exception {
        Path event = Files.writeString(folder.resolve("fail.json"), "{\"fail\": true}");
        try (CommandLineProcess invoke = invoke("Writer", "--event", event.toString())) {
            assertThat(invoke.exitCode()).isEqualTo(1);
            assertThat(invoke.output())
                    .isEqualTo("java.lang.IllegalStateException: it was asked to" + System.lineSeparator());
        }
    }

    @Test
    void unknownFunctionGetsTheNames() throws Exception {
        try (CommandLineProcess invoke = invoke("Nobody")) {
            assertThat(invoke.exitCode()).isEqualTo(1);
            assertThat(invoke.output())
                    .hasLineCount(1)
                    .contains("There is no function Nobody; there are Auditor, Nightly, Projection, Refusing, Writer.");
        }
    }

    @Test
    void missingEventFileIsOneSentence() throws Exception {
        try (CommandLineProcess invoke =
                invoke("Writer", "--event", folder.resolve("none.json").toString())) {
            assertThat(invoke.exitCode()).isEqualTo(1);
            assertThat(invoke.output()).hasLineCount(1).contains("there is no file", "none.json");
        }
    }

    private static CommandLineProcess invoke(String... arguments) throws Exception {
        String[] all = new String[arguments.length + 3];
        all[0] = "invoke";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[all.length - 2] = "--port";
        all[all.length - 1] = "" + url.getPort();
        return CommandLineProcess.start(all);
    }
}
