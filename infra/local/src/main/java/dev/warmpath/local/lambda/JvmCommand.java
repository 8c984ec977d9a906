package dev.warmpath.local.lambda;

import dev.warmpath.local.template.FunctionSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of an execution environment, with the flags that the managed {@code java25} runtime sets.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/java-customization.html">Customize Java runtime startup
 *     behavior</a> for tiered compilation
 */
final class JvmCommand {
    // AWS does not document the share; it is what process listings of the managed runtimes show.
    private static final int HEAP_PERCENT = 85;
    private static final String JNI_PROPERTY =
            "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

    private JvmCommand() {}

    /** @param tmp stands for Lambda's own {@code /tmp}, which environments on one machine would share */
    static List<String> of(FunctionSpec function, Path jdk, RuntimeFiles runtime, Path tmp) {
        List<String> command = new ArrayList<>();
        command.add(jdk.resolve("bin/java").toString());
        command.add("-XX:MaxHeapSize=" + heapKilobytes(function) + "k");
        command.add("-XX:+UseSerialGC");
        if (!function.snapStart()) {
            command.addAll(List.of("-XX:+TieredCompilation", "-XX:TieredStopAtLevel=1"));
        }
        command.add("--enable-native-access=ALL-UNNAMED");
        // Without it the runtime client cannot write to the descriptor of its log.
        command.add("--add-opens=java.base/java.io=ALL-UNNAMED");
        command.add("-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");
        command.add("-Djava.net.preferIPv4Stack=true");
        command.add("-XX:+ErrorFileToStderr");
        command.add("-D" + JNI_PROPERTY + "=" + runtime.jniLibrary());
        command.add("-Djava.io.tmpdir=" + tmp.toAbsolutePath());
        command.addAll(
                List.of("-classpath", runtime.classPath(), SupervisedRuntime.class.getName(), function.handler()));
        return command;
    }

    private static long heapKilobytes(FunctionSpec function) {
        return function.memoryMegabytes() * 1024L * HEAP_PERCENT / 100;
    }
}
