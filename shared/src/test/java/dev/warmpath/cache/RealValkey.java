package dev.warmpath.cache;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Valkey or Redis server, the installed one or else that of the test library, on a free loopback port. */
final class RealValkey implements AutoCloseable {
    private static final List<String> PROGRAMS = List.of("valkey-server", "redis-server");

    private final Path program;
    private final Path folder;
    private final List<String> options;
    private final int port;
    private Process server;

    private RealValkey(Path program, Path folder, int port, List<String> options) {
        this.program = program;
        this.folder = folder;
        this.port = port;
        this.options = options;
    }

    static RealValkey start(Path folder, String... options) {
        return start(installed().orElseGet(() -> embedded(folder)), folder, options);
    }

    static RealValkey startEmbedded(Path folder) {
        return start(embedded(folder), folder);
    }

    private static RealValkey start(Path program, Path folder, String... options) {
        RealValkey valkey = new RealValkey(program, folder, freePort(), List.of(options));
        valkey.restart();
        return valkey;
    }

    int port() {
        return port;
    }

    ValkeySettings settings() {
        return StubServer.patient(port);
    }

    /** Starts it again on the same port, empty. */
    void restart() {
        try {
            server = new ProcessBuilder(command()).redirectErrorStream(true).start();
            awaitReady(server.inputReader());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command() {
        List<String> fixed = List.of(
                program.toString(), "--bind", "127.0.0.1", "--port", "" + port, "--save", "", "--dir", "" + folder);
        return Stream.concat(fixed.stream(), options.stream()).toList();
    }

    private static void awaitReady(BufferedReader output) throws IOException {
        StringBuilder seen = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            seen.append(line).append('\n');
            if (line.contains("eady to accept connections")) {
                Thread.ofVirtual().start(() -> output.lines().forEach(rest -> {}));
                return;
            }
        }
        throw new IllegalStateException("The server ended before it was ready: " + seen);
    }

    private static Optional<Path> installed() {
        return PROGRAMS.stream()
                .flatMap(name -> Stream.of(System.getenv("PATH").split(":")).map(path -> Path.of(path, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Path embedded(Path folder) {
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        String name = arm ? "/redis-server-6.2.7-linux-arm64" : "/redis-server-6.2.6-v5-linux-amd64";
        Path program = folder.resolve("redis-server");
        try (InputStream binary = RealValkey.class.getResourceAsStream(name)) {
            Files.copy(binary, program, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        program.toFile().setExecutable(true);
        return program;
    }

    void kill() {
        server.destroyForcibly();
        try {
            server.waitFor(10, TimeUnit.SECONDS);
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
            throw new UncheckedIOException(e);
        }
    }
}
