package dev.warmpath.local.valkey;

import dev.warmpath.engine.ChildOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A real Valkey or Redis server on a loopback port, which keeps nothing on disk: the shared cache of a local run.
 *
 * <p>It ends with {@link #close()}, and by itself when this process ends, even by {@code kill -9}.
 */
public final class ValkeyServer implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(20);
    private static final Duration END_LIMIT = Duration.ofSeconds(5);

    /** Valkey and Redis both print it once they listen. */
    private static final String READY = "eady to accept connections";

    /** Another program may take a port between its choice and its use. */
    private static final int PORTS_TRIED = 3;

    /**
     * The shell's input stays open for as long as this process lives and wants the server: its end makes the guard kill the
     * server. While the server has not been waited for, nobody else can have its id.
     */
    private static final String GUARDED = """
            exec 3<&0
            "$@" </dev/null 3<&- & server=$!
            { cat <&3 >/dev/null; kill -9 "$server"; } 2>/dev/null & guard=$!
            exec 3<&- </dev/null
            wait "$server"
            kill "$guard"
            """;

    private final Path program;
    private final Path workDir;
    private final int port;
    private Process shell;

    private ValkeyServer(Path program, Path workDir, int port) {
        this.program = program;
        this.workDir = workDir;
        this.port = port;
    }

    /**
     * Starts a server on a free port and waits until it listens.
     *
     * @param workDir the server's folder, which is made if need be
     * @throws ValkeyException if there is no program to start, or it does not listen in time
     */
    public static ValkeyServer start(Path workDir) throws InterruptedException {
        return start(ServerProgram.find(System.getenv().getOrDefault("PATH", ""), workDir), workDir);
    }

    static ValkeyServer start(Path program, Path workDir) throws InterruptedException {
        for (int tried = 1; ; tried++) {
            ValkeyServer server = new ValkeyServer(program, workDir, freePort());
            try {
                server.restart();
                return server;
            } catch (ValkeyException e) {
                if (tried == PORTS_TRIED) {
                    throw e;
                }
            }
        }
    }

    public String host() {
        return "127.0.0.1";
    }

    public int port() {
        return port;
    }

    /**
     * Starts the server again, empty and on the same port, after it was killed.
     *
     * @throws ValkeyException if it does not listen in time
     */
    public void restart() throws InterruptedException {
        shell = launch();
        ChildOutput<String> output =
                ChildOutput.follow(shell, line -> Optional.of(line).filter(any -> any.contains(READY)));
        try {
            output.ready().get(START_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw failed("ended before it listened", output);
        } catch (TimeoutException e) {
            throw failed("did not listen within " + START_LIMIT.toSeconds() + " s", output);
        } catch (InterruptedException e) {
            kill();
            throw e;
        }
    }

    private Process launch() {
        List<String> server = List.of(
                program.toString(),
                "--bind",
                host(),
                "--port",
                Integer.toString(port),
                "--save",
                "",
                "--appendonly",
                "no",
                "--maxmemory",
                "256mb",
                "--maxmemory-policy",
                "allkeys-lru");
        List<String> command = Stream.concat(Stream.of("/bin/sh", "-c", GUARDED, "sh"), server.stream())
                .toList();
        try {
            Files.createDirectories(workDir);
            return new ProcessBuilder(command)
                    .directory(workDir.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new ValkeyException(program + " could not be started: " + e.getMessage(), e);
        }
    }

    private ValkeyException failed(String what, ChildOutput<?> output) {
        kill();
        return new ValkeyException(
                "The server for the shared cache, " + program + ", " + what + "; its last output: " + output.tail());
    }

    /** Kills the server at once, as a crash would, and waits until it is gone. */
    public void kill() {
        try {
            shell.getOutputStream().close();
            if (!shell.waitFor(END_LIMIT)) {
                shell.descendants().forEach(ProcessHandle::destroyForcibly);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The input of a shell could not be closed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("There is no free port", e);
        }
    }
}
