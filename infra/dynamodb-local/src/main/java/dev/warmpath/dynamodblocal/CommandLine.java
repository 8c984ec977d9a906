package dev.warmpath.dynamodblocal;

import java.io.File;
import java.nio.file.Path;
import java.util.List;

/** The command that starts the child on the JDK that runs this code. */
final class CommandLine {
    private CommandLine() {}

    static List<String> of(Path libraries) {
        Path folder = libraries.toAbsolutePath();
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return List.of(
                java.toString(),
                // Starts fast and stays small, which a laptop values above the engine's peak speed.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                // Monitoring that nobody reads costs start time.
                "-XX:-UsePerfData",
                "-Dlog4j2.disable.jmx=true",
                "--enable-native-access=ALL-UNNAMED",
                "-classpath",
                folder.resolve("dynamodb-local.jar") + File.pathSeparator + folder.resolve("lib") + "/*",
                "dev.warmpath.dynamodblocal.Engine");
    }
}
