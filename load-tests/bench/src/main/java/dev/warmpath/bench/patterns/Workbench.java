package dev.warmpath.bench.patterns;

import dev.warmpath.bench.cost.Prices;
import dev.warmpath.bench.measure.Race.Pace;
import dev.warmpath.bench.rig.Bed;
import dev.warmpath.bench.rig.Stage;
import dev.warmpath.bench.rig.Subject;
import dev.warmpath.bench.rig.Subjects;
import dev.warmpath.bench.rig.UsersTable;
import dev.warmpath.local.frontdoor.FrontDoor;
import dev.warmpath.local.frontdoor.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What patterns are measured on: engines, the packaged functions, a users table with users in it. */
final class Workbench implements AutoCloseable {
    private static final int STARTS = 11;

    private final Bed bed;
    private final Subjects subjects;
    private final UsersTable users;
    private final Prices prices;
    private final boolean once;
    private StoreBed stores;

    private Workbench(Bed bed, Subjects subjects, UsersTable users, boolean once) {
        this.bed = bed;
        this.subjects = subjects;
        this.users = users;
        this.prices = Prices.read(Prices.defaultFile(bed.project()));
        this.once = once;
    }

    /** @param once whether everything is done but once: it shows that it works, and no figure of it is worth quoting */
    static Workbench open(Path project, boolean once) throws IOException, InterruptedException {
        Bed bed = Bed.make(project);
        try {
            Subjects subjects = new Subjects(project);
            UsersTable users = UsersTable.seeded(bed, subjects);
            Stage.once(subjects.createTheUser(), bed.settings(), bed.traces());
            return new Workbench(bed, subjects, users, once);
        } catch (IOException | InterruptedException | RuntimeException e) {
            bed.close();
            throw e;
        }
    }

    Bed bed() {
        return bed;
    }

    Subjects subjects() {
        return subjects;
    }

    /** All tables of the template are there; this one has users. */
    UsersTable users() {
        return users;
    }

    /** Tables and queues with data, for what is measured without functions; made when it is first asked for. */
    StoreBed stores() throws IOException, InterruptedException {
        if (stores == null) {
            StoreData data = once ? StoreData.FEW : StoreData.OF_THE_BENCH;
            stores = StoreBed.open(bed.project(), bed.dynamoDb().endpoint(), data);
        }
        return stores;
    }

    Bill bill(int memoryMegabytes) {
        return new Bill(prices, memoryMegabytes);
    }

    /** By the memory of its function. */
    Bill bill(Subject paid) {
        return bill(paid.function().memoryMegabytes());
    }

    Pace pace(int warmUpCalls, int rounds, int callsARound) {
        return once ? new Pace(1, 1, 1) : new Pace(warmUpCalls, rounds, callsARound);
    }

    /** That of starts and restores: a few, since each takes a second of the machine. */
    Pace starts() {
        return pace(1, STARTS, 1);
    }

    /** Before the engine, to count calls or to delay them. */
    FrontDoor frontDoor() throws IOException {
        return FrontDoor.open(List.of(Service.dynamoDb(bed.dynamoDb().endpoint())), Throwable::printStackTrace);
    }

    /** An empty folder, which stays for a look at it until the next {@code clean}. */
    Path folder(String name) throws IOException {
        Path runs = Files.createDirectories(bed.project().resolve("load-tests/bench/target/run"));
        return Files.createTempDirectory(runs, name + "-");
    }

    @Override
    public void close() throws IOException {
        if (stores != null) {
            stores.close();
        }
        users.close();
        bed.close();
    }
}
