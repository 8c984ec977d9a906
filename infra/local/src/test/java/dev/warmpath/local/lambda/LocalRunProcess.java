package dev.warmpath.local.lambda;

import dev.warmpath.local.lambda.probe.Command;
import dev.warmpath.local.lambda.probe.Hooked;
import dev.warmpath.local.lambda.probe.Lingering;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A run in a process of its own, to be killed: idle, parked and lingering environments, then one line and no end. */
final class LocalRunProcess {
    private LocalRunProcess() {}

    public static void main(String[] arguments) throws Exception {
        Probes probes = Probes.packaged(Path.of(arguments[0]));
        Functions functions = probes.open(
                probes.function(Command.class),
                probes.function(Hooked.class).snapStart(),
                probes.function(Lingering.class).environment(Map.of("NEVER_EXIT", "yes")));
        Probes.answer(functions, "Command", "\"pid\"");
        Probes.answer(functions, "Hooked", "\"pid\"");
        Probes.answer(functions, "Lingering", "{}");
        System.out.println("ready");
        new CountDownLatch(1).await();
    }
}
