package dev.warmpath.engine;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What starts an engine, on the JDK that runs this code.
 *
 * @param name of the engine, as messages call it
 * @param target folder {@code target} of the engine's module in a built tree
 * @param jar the module's own jar in that folder; the engine's libraries are beside it in {@code lib}
 * @param mainClass a class of the jar that ends with {@link ChildSide#serve}
 * @param options of the JVM, besides those that every engine has
 * @param arguments of the main class
 */
public record EngineCommand(
        String name, Path target, String jar, String mainClass, List<String> options, List<String> arguments) {
    void requireBuilt() {
        if (!Files.isRegularFile(target.resolve(jar)) || !Files.isDirectory(target.resolve("lib"))) {
            throw new EngineException(
                    name + " is not built: " + target + " should hold " + jar + " and lib; run ./mvnw package");
        }
    }

    List<String> line() {
        Path folder = target.toAbsolutePath();
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // Starts fast and stays small, which a laptop values above an engine's peak speed.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                // Monitoring that nobody reads costs start time.
                "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED"));
        line.addAll(options);
        line.addAll(List.of("-classpath", folder.resolve(jar) + File.pathSeparator + folder.resolve("lib") + "/*"));
        line.add(mainClass);
        line.addAll(arguments);
        return line;
    }
}
