package dev.warmpath.bench.patterns;

import dev.warmpath.bench.measure.Race;
import dev.warmpath.bench.measure.Race.Way;
import dev.warmpath.bench.rig.UsersTable;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The ids of a batch-get that were not found, told by whether those that were found contain them. */
final class SetNotList {
    private static final int IDS = 500;
    private static final int FOUND = 400;

    static final Pattern PATTERN = new Pattern(
            "set-not-list",
            "What does a set save over a list in telling which of " + IDS + " ids of a batch-get are missing?",
            SetNotList::trials);

    private SetNotList() {}

    private static List<Trial> trials(Workbench workbench) throws IOException, InterruptedException {
        List<String> asked = IntStream.range(0, IDS).mapToObj(UsersTable::id).toList();
        List<String> found = asked.subList(0, FOUND);
        return List.of(Trial.of(
                Figure.LATENCY,
                Race.of(
                        IDS + " ids, " + (IDS - FOUND) + " of them missing (one JVM, normal tiering)",
                        workbench.pace(3_000, 20, 500),
                        List.of(
                                way("list", () -> missing(asked, List.copyOf(found))),
                                way("set", () -> missing(asked, Set.copyOf(found)))))));
    }

    private static int missing(List<String> asked, Collection<String> found) {
        return (int) asked.stream().filter(id -> !found.contains(id)).count();
    }

    @FunctionalInterface
    private interface Counting {
        int missing();
    }

    /** The count is looked at, so that no compiler leaves the work out. */
    private static Way way(String name, Counting counting) {
        return Ways.inProcess(name, () -> {
            if (counting.missing() != IDS - FOUND) {
                throw new IllegalStateException("The " + name + " told wrong ids missing");
            }
        });
    }
}
