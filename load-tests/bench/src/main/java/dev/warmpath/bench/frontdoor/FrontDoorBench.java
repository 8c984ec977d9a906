package dev.warmpath.bench.frontdoor;

import dev.warmpath.bench.measure.Race;
import dev.warmpath.bench.measure.Race.Pace;
import dev.warmpath.bench.measure.Race.Way;
import dev.warmpath.bench.measure.RaceReport;
import dev.warmpath.bench.measure.ThisProcess;
import dev.warmpath.bench.rig.Bed;
import dev.warmpath.bench.rig.Stage;
import dev.warmpath.bench.rig.StoreConnection;
import dev.warmpath.bench.rig.Subject;
import dev.warmpath.bench.rig.Subjects;
import dev.warmpath.local.frontdoor.FrontDoor;
import dev.warmpath.local.frontdoor.Service;
import dev.warmpath.local.lambda.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Measures what the front door of the local run costs, by the same calls with and without it. */
@Command(
        name = "front-door",
        description = "Measures what the front door adds to calls of DynamoDB Local (less than a minute).",
        mixinStandardHelpOptions = true)
public final class FrontDoorBench implements Callable<Integer> {
    private static final Pace GETS = new Pace(3_000, 20, 250);
    private static final Pace INVOCATIONS = new Pace(3_000, 20, 100);
    private static final String DIRECT = "direct";
    private static final String THROUGH = "through the front door";

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path project = Path.of(System.getProperty("warmpath.root", "."));
        PrintWriter out = command.commandLine().getOut();
        try (Bed bed = Bed.make(project);
                FrontDoor frontDoor = FrontDoor.open(
                        List.of(Service.dynamoDb(bed.dynamoDb().endpoint())),
                        error -> out.println(error.getMessage()))) {
            Subjects subjects = new Subjects(project);
            bed.createTables(subjects.application().tables());
            Stage.once(subjects.createTheUser(), bed.settings(), bed.traces());
            RaceReport report =
                    new RaceReport(List.of(getItem(bed, frontDoor, subjects), getUser(bed, frontDoor, subjects)));
            out.println(report.table());
            out.println("Raw values: " + report.write(project.resolve("target/bench/front-door.json")));
        }
        return 0;
    }

    /** Client and front door share this process, so its CPU time shows what the front door adds. */
    private static Race getItem(Bed bed, FrontDoor frontDoor, Subjects subjects)
            throws IOException, InterruptedException {
        URI through = URI.create(frontDoor.endpoint(Service.DYNAMODB, "bench"));
        String table = subjects.application().tables().getFirst().name();
        String json = "{\"TableName\":\"%s\",\"Key\":{\"userId\":{\"S\":\"bench\"}}}".formatted(table);
        try (StoreConnection direct = new StoreConnection(bed.dynamoDb().endpoint());
                StoreConnection door = new StoreConnection(through)) {
            return Race.of("GetItem", GETS, List.of(way(DIRECT, direct, json), way(THROUGH, door, json)));
        }
    }

    private static Way way(String name, StoreConnection connection, String json) {
        byte[] request = connection.request("GetItem", json);
        return new Way(name, Race.timed(() -> connection.call(request)), ThisProcess::cpu);
    }

    /** With the client that functions have; the CPU time is the function's, which the front door does not change. */
    private static Race getUser(Bed bed, FrontDoor frontDoor, Subjects subjects)
            throws IOException, InterruptedException {
        Subject subject = subjects.uncachedGet();
        Settings behind = bed.settings()
                .withVariables(
                        Map.of("AWS_ENDPOINT_URL_DYNAMODB", frontDoor.endpoint(Service.DYNAMODB, Settings.FUNCTION)));
        try (Stage direct = Stage.open(subject, bed.settings(), bed.traces());
                Stage door = Stage.open(subject, behind, bed.traces())) {
            return Race.of(subject.name(), INVOCATIONS, List.of(way(DIRECT, direct), way(THROUGH, door)));
        }
    }

    private static Way way(String name, Stage stage) {
        return new Way(name, () -> stage.invoke().duration(), stage::cpu);
    }
}
