package dev.warmpath.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.local.dynamodb.TableException;
import dev.warmpath.local.events.Delivery;
import dev.warmpath.local.lambda.Await;
import dev.warmpath.local.probe.EventProbe;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What a local run does with an emulator that it did not start. */
@Timeout(180)
abstract class EmulatorChecks {
    private static final String TABLE = """
            AWSTemplateFormatVersion: '2010-09-09'
            Transform: AWS::Serverless-2016-10-31
            Globals:
              Function:
                Runtime: java25
                Handler: dev.warmpath.local.probe.EventProbe::handleRequest
                CodeUri: probe.jar
                MemorySize: 512
                Timeout: 5
            Resources:
              Writer:
                Type: AWS::Serverless::Function
              Items:
                Type: AWS::DynamoDB::Table
                Properties:
                  AttributeDefinitions: [{AttributeName: pk, AttributeType: S}]
                  KeySchema: [{AttributeName: pk, KeyType: HASH}]
                  StreamSpecification: {StreamViewType: NEW_IMAGE}
                  TimeToLiveSpecification: {AttributeName: expiresAt, Enabled: true}
            """;
    private static final String EVENTS = TABLE + """
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
                        BatchSize: 1
                        MaximumRetryAttempts: 0
                        DestinationConfig: {OnFailure: {Destination: !GetAtt GivenUp.Arn}}
              GivenUp:
                Type: AWS::SQS::Queue
                Properties:
                  VisibilityTimeout: %d
                  RedrivePolicy: {deadLetterTargetArn: !GetAtt Dead.Arn, maxReceiveCount: 1}
              Dead:
                Type: AWS::SQS::Queue
              Auditor:
                Type: AWS::Serverless::Function
                Properties:
                  Environment: {Variables: {FAILS: always}}
                  Events:
                    GivenUp:
                      Type: SQS
                      Properties: {Queue: !GetAtt GivenUp.Arn}
            """;

    @TempDir
    private Path folder;

    private final Queue<Delivery> deliveries = new ConcurrentLinkedQueue<>();

    abstract URI emulator();

    @Test
    void usersStayInTheEmulatorOverRuns() throws Exception {
        String id = "user-" + UUID.randomUUID();
        Set<ProcessHandle> before = children();
        try (LocalRun run = start(TestRuns.ofTheProject())) {
            assertThat(children()).as("no engine is started").isEqualTo(before);
            assertThat(api(run, id)
                            .post("/users", "{\"email\":\"ada@example.com\",\"name\":\"Ada\"}")
                            .statusCode())
                    .isEqualTo(201);
            assertThat(run.frontDoor().calls().of("CreateUser", "PutItem")).isPositive();
        }
        try (LocalRun run = start(TestRuns.ofTheProject())) {
            assertThat(api(run, id).get("/users/" + id).statusCode()).isEqualTo(200);
        }
    }

    /** A run starts functions only when they are used. */
    private static Set<ProcessHandle> children() {
        return ProcessHandle.current().children().collect(Collectors.toSet());
    }

    private static Api api(LocalRun run, String id) {
        return Api.at(run.url()).withToken(run.token(id, "users:read users:write"));
    }

    @Test
    void itemGoesThroughStreamAndQueueToTheDeadLetters() throws Exception {
        // A queue of its own: the last poll of an ended run may still take a message of the other one.
        try (LocalRun run = start(template(EVENTS.formatted(5).replace("GivenUp", "Refused")))) {
            write(run);

            Await.until("the stream's record is given up", () -> delivered("Items, 1 record given up"));
            Await.until("the queue's function takes it", () -> delivered("Refused, 1 message"));
            String port = Integer.toString(run.url().getPort());
            Await.until(
                    "the message is dead",
                    () -> command(0, "dlq", "list", "Refused", "--port", port).contains("MESSAGE"));
        }
    }

    private static void write(LocalRun run) {
        Api api = Api.ofAnotherTemplate(run.url());
        assertThat(api.post("/_warmpath/invoke/Writer", "{\"put\": \"" + UUID.randomUUID() + "\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    private boolean delivered(String detail) {
        return deliveries.stream().anyMatch(delivery -> delivery.detail().equals(detail));
    }

    @Test
    void queueThatIsThereGetsTheTemplatesSettings() throws Exception {
        start(template(EVENTS.formatted(5))).close();

        try (LocalRun run = start(template(EVENTS.formatted(10)))) {
            assertThat(run.url()).isNotNull();
        }
    }

    @Test
    void tableWithOtherKeysIsAClearError() throws Exception {
        start(template(TABLE)).close();

        assertThatThrownBy(() -> start(template(TABLE.replace("AttributeType: S", "AttributeType: N"))))
                .isInstanceOf(TableException.class)
                .hasMessage("Table Items exists with key (pk:S), but the template asks for key (pk:N); "
                        + "delete it or its data folder, or name another folder or emulator");
    }

    private RunOptions template(String text) throws Exception {
        ProbeJar.write(folder, EventProbe.class);
        return TestRuns.of(Files.writeString(folder.resolve("template.yaml"), text), 2);
    }

    private LocalRun start(RunOptions options) throws Exception {
        RunListeners listeners = new RunListeners(
                exchange -> {}, deliveries::add, (function, environment, line) -> {}, Throwable::printStackTrace);
        return LocalRun.start(TestRuns.on(emulator(), options), listeners);
    }

    static String command(int exitCode, String... arguments) {
        StringWriter output = new StringWriter();
        CommandLine command =
                Main.commandLine().setOut(new PrintWriter(output, true)).setErr(new PrintWriter(output, true));
        assertThat(command.execute(arguments)).as(output.toString()).isEqualTo(exitCode);
        return output.toString();
    }
}
