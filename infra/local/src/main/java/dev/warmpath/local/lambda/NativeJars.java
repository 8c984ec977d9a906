package dev.warmpath.local.lambda;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Jars of native libraries: a layer has those of the cloud's processor, this machine may need others. */
final class NativeJars {
    private static final Pattern LINUX_NATIVE = Pattern.compile("(.+)-linux-(?:aarch_64|x86_64)\\.jar");

    private final Path folder;
    private final Host host;

    NativeJars(Path folder, Host host) {
        this.folder = folder;
        this.host = host;
    }

    /**
     * The same artifact and version for this machine, or the jar itself if it is not native.
     *
     * @throws NotRunnableException if the folder of natives does not have it
     */
    Path forThisMachine(Path jar) {
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
