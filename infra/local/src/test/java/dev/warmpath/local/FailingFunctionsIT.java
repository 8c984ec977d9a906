package dev.warmpath.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.local.lambda.Await;
import dev.warmpath.local.probe.HttpProbe;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What callers meet when a function's environment breaks, through the whole of a local run. */
@Timeout(120)
class FailingFunctionsIT {
    private static final int ENVIRONMENTS = 2;
    private static final String SERVER_ERROR = "{\"message\":\"Internal Server Error\"}";
    private static final String TEMPLATE = """
            AWSTemplateFormatVersion: '2010-09-09'
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Probe:
                Type: AWS::Serverless::Function
                Properties:
                  Runtime: java25
                  Handler: dev.warmpath.local.probe.HttpProbe::handleRequest
                  CodeUri: probe.jar
                  MemorySize: 512
                  Timeout: %d
                  Events:
                    Probe:
                      Type: HttpApi
                      Properties:
                        Method: GET
                        Path: /probe/{what}
            """;

    @TempDir
    private Path folder;

    private final Queue<String> functionLogs = new ConcurrentLinkedQueue<>();
    private LocalRun run;
    private Api api;

    @BeforeEach
    void packageTheProbe() throws IOException {
        String name = HttpProbe.class.getName().replace('.', '/') + ".class";
        try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(folder.resolve("probe.jar")));
                InputStream type = HttpProbe.class.getClassLoader().getResourceAsStream(name)) {
            jar.putNextEntry(new ZipEntry(name));
            type.transferTo(jar);
        }
    }

    @AfterEach
    void stop() {
        run.close();
    }

    @Test
    void deathDuringARequestIsAnsweredAndTheNextCallSucceeds() throws Exception {
        startWithTimeout(60);
        String pid = api.get("/probe/pid").body();
        CompletableFuture<HttpResponse<String>> caller = CompletableFuture.supplyAsync(() -> api.get("/probe/hang"));
        Await.until("the function hangs", () -> functionLogs.contains("hangs"));
        ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly();

        assertThat(caller.get().statusCode()).isEqualTo(500);
        assertThat(caller.get().body()).isEqualTo(SERVER_ERROR);
        HttpResponse<String> next = api.get("/probe/pid");
        assertThat(next.statusCode()).isEqualTo(200);
        assertThat(next.body()).isNotEqualTo(pid);
    }

    @Test
    void functionThatTimesOutIsKilledAndTheNextCallSucceeds() throws Exception {
        startWithTimeout(1);

        HttpResponse<String> timedOut = api.get("/probe/hang");

        assertThat(timedOut.statusCode()).isEqualTo(500);
        assertThat(timedOut.body()).isEqualTo(SERVER_ERROR);
        assertThat(api.get("/probe/pid").statusCode()).isEqualTo(200);
    }

    @Test
    void exceptionOfAFunctionTellsTheCallerNothing() throws Exception {
        startWithTimeout(60);

        HttpResponse<String> failed = api.get("/probe/throw");

        assertThat(failed.statusCode()).isEqualTo(500);
        assertThat(failed.body()).isEqualTo(SERVER_ERROR);
    }

    @Test
    void manyCallersShareTheEnvironmentsAllowed() throws Exception {
        startWithTimeout(60);

        List<String> pids = Concurrently.call(40, () -> api.get("/probe/pid").body());

        assertThat(pids).hasSize(40).allMatch(pid -> pid.matches("\\d+"));
        assertThat(pids.stream().distinct()).hasSizeBetween(1, ENVIRONMENTS);
    }

    private void startWithTimeout(int seconds) throws Exception {
        Path template = Files.writeString(folder.resolve("template.yaml"), TEMPLATE.formatted(seconds));
        run = LocalRun.start(TestRuns.of(template, ENVIRONMENTS), TestRuns.listening(functionLogs));
        api = Api.ofAnotherTemplate(run.url());
    }
}
