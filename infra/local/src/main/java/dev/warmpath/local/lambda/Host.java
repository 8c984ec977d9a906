package dev.warmpath.local.lambda;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The machine, in the words with which Maven classifiers of native libraries name it.
 *
 * @param system such as {@code linux} or {@code osx}
 * @param architecture such as {@code x86_64} or {@code aarch_64}
 */
record Host(String system, String architecture, boolean musl) {

    static Host current() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static Host of(String osName, String osArch) {
        String system = osName.startsWith("Mac") ? "osx" : osName.toLowerCase(Locale.ROOT);
        return switch (osArch) {
            case "amd64", "x86_64" -> new Host(system, "x86_64", hasMusl("x86_64"));
            case "aarch64", "arm64" -> new Host(system, "aarch_64", hasMusl("aarch64"));
            default -> new Host(system, osArch, hasMusl(osArch));
        };
    }

    private static boolean hasMusl(String machine) {
        return Files.exists(Path.of("/lib/ld-musl-" + machine + ".so.1"));
    }

    /** As in {@code aws-crt-0.48.4-linux-x86_64.jar}. */
    String classifier() {
        return system + "-" + architecture;
    }

    /** As in the runtime client's {@code libaws-lambda-jni.linux_musl-x86_64.so}. */
    String jniClassifier() {
        return system + (musl ? "_musl-" : "-") + architecture;
    }
}
