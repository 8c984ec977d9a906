package dev.warmpath.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.local.lambda.Await;
import dev.warmpath.local.probe.WaitingProbe;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What callers meet when a run ends. */
@Timeout(120)
class EndOfRunIT {
    private static final String TEMPLATE = """
            AWSTemplateFormatVersion: '2010-09-09'
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Waiting:
                Type: AWS::Serverless::Function
                Properties:
                  Runtime: java25
                  Handler: dev.warmpath.local.probe.WaitingProbe::handleRequest
                  CodeUri: probe.jar
                  MemorySize: 512
                  Timeout: 30
                  Environment: {Variables: {PROBE_FILE: %s}}
                  Events:
                    Api:
                      Type: HttpApi
                      Properties: {Method: GET, Path: /wait}
            """;

    @TempDir
    private Path folder;

    private final Queue<String> functionLogs = new ConcurrentLinkedQueue<>();

    @Test
    void requestUnderWayIsAnsweredWhileNoOtherIsTaken() throws Exception {
        ProbeJar.write(folder, WaitingProbe.class);
        Path file = folder.resolve("go");
        Path template = Files.writeString(folder.resolve("template.yaml"), TEMPLATE.formatted(file));
        LocalRun run = LocalRun.start(TestRuns.of(template, 2), TestRuns.listening(functionLogs));
        URI url = run.url();
        CompletableFuture<HttpResponse<String>> answer =
                CompletableFuture.supplyAsync(() -> Api.ofAnotherTemplate(url).get("/wait"));
        Await.until("the function waits", () -> functionLogs.contains("waits"));

        CompletableFuture<Void> end = CompletableFuture.runAsync(run::close);
        Await.until("no request is taken", () -> !takes(url.getPort()));
        Files.createFile(file);

        assertThat(answer.get(20, TimeUnit.SECONDS).body()).isEqualTo("{\"answered\":true}");
        end.get(20, TimeUnit.SECONDS);
    }

    private static boolean takes(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }
}
