package dev.warmpath.local.lambda;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * How functions are run.
 *
 * @param workDir where a folder of this run is made and, on close, removed
 * @param variables added to each function's environment, such as {@code AWS_ENDPOINT_URL_DYNAMODB}; {@link #FUNCTION} in a
 *     value stands for the function's logical id
 * @param maxEnvironments limit of each function; further callers wait
 * @param idleTime after which an unused environment is ended
 * @param traceEverything whether all requests are sampled, in place of X-Ray's default rule
 */
public record Settings(
        Tools tools,
        Path workDir,
        String region,
        Map<String, String> variables,
        int maxEnvironments,
        Duration idleTime,
        boolean traceEverything) {
    public static final String FUNCTION = "${function}";

    /**
     * What environments are started with.
     *
     * @param jdk home of a JDK 25
     * @param runtimeJars folder of AWS's runtime interface client and the libraries it needs
     * @param natives folder of native libraries for this machine, which replace those of the layers
     */
    public record Tools(Path jdk, Path runtimeJars, Path natives) {
        /** Those of a built checkout, with the JDK that runs this code. */
        public static Tools of(Path project) {
            Path target = project.resolve("infra/local/target");
            return new Tools(
                    Path.of(System.getProperty("java.home")), target.resolve("runtime"), target.resolve("natives"));
        }
    }

    public Settings {
        if (maxEnvironments < 1) {
            throw new IllegalArgumentException("A function needs at least 1 environment, not " + maxEnvironments + ".");
        }
        variables = Map.copyOf(variables);
    }

    /** Two environments per core and function, ended after five idle minutes, in {@code us-east-1}. */
    public static Settings defaults(Tools tools, Path workDir) {
        return new Settings(tools, workDir, "us-east-1", Map.of(), defaultEnvironments(), Duration.ofMinutes(5), false);
    }

    /** Two environments per core. */
    public static int defaultEnvironments() {
        return 2 * Runtime.getRuntime().availableProcessors();
    }

    public Settings withWorkDir(Path replacement) {
        return new Settings(tools, replacement, region, variables, maxEnvironments, idleTime, traceEverything);
    }

    public Settings withVariables(Map<String, String> replacement) {
        return new Settings(tools, workDir, region, replacement, maxEnvironments, idleTime, traceEverything);
    }

    public Settings withMaxEnvironments(int replacement) {
        return new Settings(tools, workDir, region, variables, replacement, idleTime, traceEverything);
    }

    public Settings withIdleTime(Duration replacement) {
        return new Settings(tools, workDir, region, variables, maxEnvironments, replacement, traceEverything);
    }

    public Settings withTraceEverything() {
        return new Settings(tools, workDir, region, variables, maxEnvironments, idleTime, true);
    }
}
