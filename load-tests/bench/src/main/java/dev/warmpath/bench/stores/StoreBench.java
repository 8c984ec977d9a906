package dev.warmpath.bench.stores;

import dev.warmpath.bench.measure.RaceReport;
import dev.warmpath.bench.rig.Bed;
import dev.warmpath.bench.rig.Subjects;
import dev.warmpath.bench.rig.UsersTable;
import dev.warmpath.local.valkey.ValkeyServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Measures hits in each level of the cache, and batches against the same work done one by one. */
@Command(
        name = "stores",
        description = "Measures the levels of the cache, batch reads and the import (about five minutes).",
        mixinStandardHelpOptions = true)
public final class StoreBench implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path project = Path.of(System.getProperty("warmpath.root", "."));
        PrintWriter out = command.commandLine().getOut();
        Subjects subjects = new Subjects(project);
        Path folder = Files.createTempDirectory(
                Files.createDirectories(project.resolve("load-tests/bench/target/run")), "stores-");
        try (Bed bed = Bed.make(project);
                ValkeyServer valkey = ValkeyServer.start(folder.resolve("valkey"));
                UsersTable table = UsersTable.seeded(bed, subjects)) {
            RaceReport report = new RaceReport(List.of(
                    Levels.race(table, valkey, folder.resolve("file")),
                    SharedCaches.race(bed, subjects, valkey),
                    Batches.asTheEngineIs(table),
                    Batches.delayed(bed, table),
                    Imports.race(bed, table, subjects)));
            out.println(report.table());
            out.println("Raw values: " + report.write(project.resolve("target/bench/stores.json")));
        }
        return 0;
    }
}
