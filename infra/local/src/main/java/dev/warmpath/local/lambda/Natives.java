package dev.warmpath.local.lambda;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Native libraries, alone and in jars: a layer has those of the cloud's processor, this machine may need others. */
final class Natives {
    private static final Pattern LINUX_NATIVE = Pattern.compile("(.+)-linux-(?:aarch_64|x86_64)\\.jar");

    private final Path folder;
    private final Host host;

    Natives(Path folder, Host host) {
        this.folder = folder;
        this.host = host;
    }

    /** The library of the same name for this machine, or the file itself if there is no other. */
    Path libraryForThisMachine(Path library) {
        Path candidate = folder.resolve(library.getFileName());
        return Files.isRegularFile(candidate) ? candidate : library;
    }

    /**
     * The same artifact and version for this machine, or the jar itself if it is not native.
     *
     * @throws NotRunnableException if the folder of natives does not have it
     */
    Path jarForThisMachine(Path jar) {
        Matcher name = LINUX_NATIVE.matcher(jar.getFileName().toString());
        if (!name.matches()) {
            return jar;
        }
        String wanted = name.group(1) + "-" + host.classifier() + ".jar";
        return jar.endsWith(wanted) ? jar : found(wanted, jar);
    }

    private Path found(String wanted, Path jar) {
        Path candidate = folder.resolve(wanted);
        if (!Files.isRegularFile(candidate)) {
            throw new NotRunnableException(
                    "A layer brings " + jar.getFileName() + ", and " + folder + " has no " + wanted
                            + " to run in its place; run ./mvnw package, or add it to the natives in infra/local/pom.xml.");
        }
        return candidate;
    }
}
