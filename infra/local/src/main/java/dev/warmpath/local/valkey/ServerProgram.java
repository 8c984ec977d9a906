package dev.warmpath.local.valkey;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the server's program: Valkey's or Redis' own where one is installed, else the one that comes with the local run. */
final class ServerProgram {
    private static final List<String> NAMES = List.of("valkey-server", "redis-server");

    /** By processor, in the library embedded-redis. */
    private static final Map<String, String> EMBEDDED =
            Map.of("amd64", "/redis-server-6.2.6-v5-linux-amd64", "aarch64", "/redis-server-6.2.7-linux-arm64");

    private ServerProgram() {}

    /**
     * The program to run.
     *
     * @param searchPath folders separated by colons, as in {@code PATH}
     * @param workDir where the program that comes along is unpacked
     * @throws ValkeyException if there is none for this processor, or it cannot be unpacked
     */
    static Path find(String searchPath, Path workDir) {
        return installed(searchPath).orElseGet(() -> unpacked(workDir));
    }

    private static Optional<Path> installed(String searchPath) {
        return NAMES.stream()
                .flatMap(name -> Stream.of(searchPath.split(":"))
                        .filter(folder -> !folder.isEmpty())
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Path unpacked(Path workDir) {
        String resource = EMBEDDED.get(System.getProperty("os.arch"));
        if (resource == null) {
            throw new ValkeyException("No Valkey or Redis server can be started: there is none for this processor; "
                    + "install valkey-server or redis-server");
        }
        Path program = workDir.resolve("redis-server");
        try (InputStream content = ServerProgram.class.getResourceAsStream(resource)) {
            Files.createDirectories(workDir);
            Files.copy(content, program, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ValkeyException("The server for the shared cache cannot be unpacked to " + program, e);
        }
        if (!program.toFile().setExecutable(true)) {
            throw new ValkeyException("The server for the shared cache in " + program + " cannot be made executable");
        }
        return program;
    }
}
