package dev.warmpath.local.lambda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Folders of runs, named after the process they belong to. */
final class RunFolder {
    private static final Pattern NAME = Pattern.compile("run-(\\d+)-.*");

    private RunFolder() {}

    /** Makes a new one, and removes those that killed runs have left behind; runs of one process do so one after the other. */
    static synchronized Path create(Path workDir) throws IOException {
        Files.createDirectories(workDir);
        for (Path abandoned : abandoned(workDir)) {
            Folders.remove(abandoned);
        }
        return Files.createTempDirectory(
                workDir, "run-" + ProcessHandle.current().pid() + "-");
    }

    private static List<Path> abandoned(Path workDir) throws IOException {
        try (Stream<Path> folders = Files.list(workDir)) {
            return folders.filter(RunFolder::isAbandoned).toList();
        }
    }

    private static boolean isAbandoned(Path folder) {
        Matcher name = NAME.matcher(folder.getFileName().toString());
        return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
    }
}
