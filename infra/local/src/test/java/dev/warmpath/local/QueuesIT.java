package dev.warmpath.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.local.events.Delivery;
import dev.warmpath.local.frontdoor.Call;
import dev.warmpath.local.frontdoor.Calls.Count;
import dev.warmpath.local.lambda.Await;
import dev.warmpath.local.probe.QueueProbe;
import dev.warmpath.local.sqs.SqsClients;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Queues through the whole of a local run: from a template to functions in execution environments, and the command. */
@Tag("full")
@Timeout(180)
class QueuesIT {
    private static final String URL = "http://sqs.us-east-1.localhost/000000000000/";
    private static final String FUNCTION = """
            AWSTemplateFormatVersion: '2010-09-09'
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Probe:
                Type: AWS::Serverless::Function
                Properties:
                  Runtime: java25
                  Handler: dev.warmpath.local.probe.QueueProbe::handleRequest
                  CodeUri: probe.jar
                  MemorySize: 512
                  Timeout: 3
            """;
    private static final String QUEUES = FUNCTION + """
                  Environment:
                    Variables:
                      PROBE_FOLDER: %s
                      QUEUE_URL: !Ref Orders
                  Events:
                    Send:
                      Type: HttpApi
                      Properties:
                        Method: POST
                        Path: /send/{body}
                    Orders:
                      Type: SQS
                      Properties:
                        Queue: !GetAtt Orders.Arn
                        FunctionResponseTypes: [ReportBatchItemFailures]
              Orders:
                Type: AWS::SQS::Queue
                Properties:
                  VisibilityTimeout: 6
                  SqsManagedSseEnabled: true
                  RedrivePolicy:
                    deadLetterTargetArn: !GetAtt DeadOrders.Arn
                    maxReceiveCount: 2
              DeadOrders:
                Type: AWS::SQS::Queue
              OrdersPolicy:
                Type: AWS::SQS::QueuePolicy
                Properties:
                  Queues: [!Ref Orders]
                  PolicyDocument: {Version: '2012-10-17', Statement: []}
            """;

    @TempDir
    private Path folder;

    private final Queue<String> functionLogs = new ConcurrentLinkedQueue<>();
    private final Queue<Delivery> deliveries = new ConcurrentLinkedQueue<>();
    private LocalRun run;

    @BeforeEach
    void packageTheProbe() throws IOException {
        ProbeJar.write(folder, QueueProbe.class);
    }

    @AfterEach
    void stop() {
        run.close();
    }

    @Test
    void messageThatAFunctionSendsInvokesTheFunctionOfItsQueue() throws Exception {
        start(QUEUES.formatted(folder));

        assertThat(post("/send/hello")).isEqualTo(200);

        Await.until("the message is taken", () -> logged("took hello in "));
        Await.until("the delivery is told of", () -> !deliveries.isEmpty());
        assertThat(deliveries).singleElement().satisfies(delivery -> {
            assertThat(delivery.detail()).isEqualTo("Orders, 1 message");
            assertThat(delivery.report().orElseThrow().environmentId()).startsWith("Probe-");
            assertThat(delivery.errorType()).isEmpty();
        });
        assertThat(run.frontDoor().calls().all())
                .extracting(Count::call)
                .containsExactly(new Call("sqs", "Probe", "SendMessage"));
    }

    @Test
    void messagesOfAKilledEnvironmentComeBack() throws Exception {
        start(QUEUES.formatted(folder));
        try (SqsClient sqs = client()) {
            send(sqs, "hang-once", "other");
            Await.until("the function hangs", () -> logged("hangs in "));
            kill(pidThatHangs());

            Await.until("it is taken again", () -> taken("hang-once") == 2 && taken("other") > 0);
        }
        assertThat(deliveries)
                .anySatisfy(delivery -> assertThat(delivery.errorType()).contains("Runtime.ExitError"));
    }

    @Test
    void poisonMessageIsListedAndComesBackByRedrive() throws Exception {
        start(QUEUES.formatted(folder));
        try (SqsClient sqs = client()) {
            send(sqs, "a", "poison", "b");
            Await.until("the others pass", () -> logged("took a in ") && logged("took b in "));
            Await.until("the poison message is dead", () -> dlq("list").contains("MESSAGE"));
        }

        assertThat(taken("poison")).isEqualTo(2);
        assertThat(dlq("list")).contains("MESSAGE").doesNotContain("poison");
        assertThat(dlq("list", "--bodies")).contains("  poison");

        Files.createFile(folder.resolve("antidote"));
        assertThat(dlq("redrive")).isEqualTo("1 message moved back.\n");
        Await.until("the message is taken again", () -> taken("poison") == 3);
        assertThat(dlq("list")).isEqualTo("The dead-letter queue is empty.\n");
    }

    @Test
    void runEndsWhileAFunctionHangs() throws Exception {
        start(QUEUES.formatted(folder));
        try (SqsClient sqs = client()) {
            send(sqs, "hang-once");
            Await.until("the function hangs", () -> logged("hangs in "));
        }
        long pid = pidThatHangs();

        run.close();

        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void unknownQueueIsOneSentenceWithThoseThatThereAre() throws Exception {
        start(QUEUES.formatted(folder));

        assertThat(command(1, "dlq", "list", "Elsewhere", "--port", port()))
                .isEqualTo("warmpath: there is no queue Elsewhere; expected one of [DeadOrders, Orders].\n");
        assertThat(command(1, "dlq", "redrive", "DeadOrders", "--port", port()))
                .isEqualTo("warmpath: the queue DeadOrders has no dead-letter queue; "
                        + "expected one with a RedrivePolicy.\n");
    }

    @Test
    void templateWithoutQueuesStartsNoEngineForThem() throws Exception {
        long before = engines();

        start(FUNCTION);

        assertThat(engines()).isEqualTo(before);
        assertThat(command(1, "dlq", "list", "Orders", "--port", port()))
                .isEqualTo("warmpath: the template that runs on port " + port() + " has no queues.\n");
    }

    /** Of all runs in this JVM. */
    private static long engines() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains("elasticmq"))
                .count();
    }

    private void start(String template) throws Exception {
        Path file = Files.writeString(folder.resolve("template.yaml"), template);
        RunListeners listeners = new RunListeners(
                exchange -> {},
                deliveries::add,
                (function, environment, line) -> functionLogs.add(line),
                Throwable::printStackTrace);
        run = LocalRun.start(TestRuns.of(file, 2), listeners);
    }

    private int post(String path) {
        return Api.ofAnotherTemplate(run.url()).post(path, "").statusCode();
    }

    private SqsClient client() {
        Object endpoint = Api.json(Api.ofAnotherTemplate(run.url()).get("/_warmpath/endpoints"))
                .get("sqs");
        return SqsClients.at(URI.create((String) endpoint), "us-east-1");
    }

    private static void send(SqsClient sqs, String... bodies) {
        List<SendMessageBatchRequestEntry> entries = Stream.of(bodies)
                .map(body -> SendMessageBatchRequestEntry.builder()
                        .id(body)
                        .messageBody(body)
                        .build())
                .toList();
        sqs.sendMessageBatch(request -> request.queueUrl(URL + "Orders").entries(entries));
    }

    private boolean logged(String start) {
        return functionLogs.stream().anyMatch(line -> line.startsWith(start));
    }

    private long taken(String body) {
        return functionLogs.stream()
                .filter(line -> line.startsWith("took " + body + " in "))
                .count();
    }

    private long pidThatHangs() {
        return functionLogs.stream()
                .filter(line -> line.startsWith("hangs in "))
                .map(line -> Long.parseLong(line.substring("hangs in ".length())))
                .findFirst()
                .orElseThrow();
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    private String port() {
        return Integer.toString(run.url().getPort());
    }

    private String dlq(String what, String... options) {
        String[] arguments = {"dlq", what, "Orders", "--port", port()};
        return command(
                0, Stream.concat(Stream.of(arguments), Stream.of(options)).toArray(String[]::new));
    }

    private static String command(int exitCode, String... arguments) {
        StringWriter output = new StringWriter();
        CommandLine command =
                Main.commandLine().setOut(new PrintWriter(output, true)).setErr(new PrintWriter(output, true));
        assertThat(command.execute(arguments)).as(output.toString()).isEqualTo(exitCode);
        return output.toString();
    }
}
