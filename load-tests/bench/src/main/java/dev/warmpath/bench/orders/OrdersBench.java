package dev.warmpath.bench.orders;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.warmpath.bench.measure.Machine;
import dev.warmpath.bench.measure.RaceReport;
import dev.warmpath.bench.rig.Bed;
import dev.warmpath.bench.rig.Stage;
import dev.warmpath.bench.rig.Subjects;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Measures orders through a whole local run: how many, how soon, and what the run takes of this machine. */
@Command(
        name = "orders",
        description =
                "Measures orders through the whole local run: rates, ages, restores, CPU, memory (about six minutes).",
        mixinStandardHelpOptions = true)
public final class OrdersBench implements Callable<Integer> {
    private static final int ENVIRONMENTS = 2;
    private static final int EMPTY_CALLS = 3_000;

    @Spec
    private CommandSpec command;

    private final Map<String, Object> document = new LinkedHashMap<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path project = Path.of(System.getProperty("warmpath.root", "."));
        document.put("measuredAt", Instant.now().toString());
        document.put("machine", Machine.description());
        document.put("environmentsOfAFunction", ENVIRONMENTS);
        underLoad(project);
        atRest(project);
        Path file = project.resolve("target/bench/orders.json");
        Files.createDirectories(file.getParent());
        JSON.std.write(document, file.toFile());
        say("Raw values: " + file);
        return 0;
    }

    private void underLoad(Path project) throws IOException, InterruptedException {
        Duration emptyCpu = cpuOfAnEmptyInvocation(project);
        try (OrdersRun run = OrdersRun.start(project, ENVIRONMENTS);
                OrderTimes orders = new OrderTimes(run)) {
            Saturation saturation = Saturation.measure(run, orders, emptyCpu);
            say(saturation.table());
            document.put("saturation", saturation.fields());
            SteadyRate steady = SteadyRate.measure(run, orders);
            say(steady.table());
            document.put("steadyRate", steady.fields());
            RaceReport race = new RaceReport(List.of(InParallel.race(run, orders)));
            say(race.table());
            document.put("inParallel", race.fields());
        }
    }

    /** Of the processor's time that a function's JVM takes, what is not the function's own. */
    private static Duration cpuOfAnEmptyInvocation(Path project) throws IOException, InterruptedException {
        try (Bed bed = Bed.make(project);
                Stage stage = Stage.open(new Subjects(project).empty(), bed.settings(), bed.traces())) {
            call(stage);
            Duration before = stage.cpu();
            call(stage);
            return stage.cpu().minus(before).dividedBy(EMPTY_CALLS);
        }
    }

    private static void call(Stage stage) throws InterruptedException {
        for (int call = 0; call < EMPTY_CALLS; call++) {
            stage.invoke();
        }
    }

    private void atRest(Path project) throws IOException, InterruptedException {
        try (OrdersRun run = OrdersRun.start(project, 1);
                OrderTimes orders = new OrderTimes(run)) {
            Restores restores = Restores.measure(run, orders);
            say(restores.table());
            document.put("atRest", restores.fields());
        }
    }

    private void say(String what) {
        PrintWriter out = command.commandLine().getOut();
        out.println(what);
        out.flush();
    }
}
