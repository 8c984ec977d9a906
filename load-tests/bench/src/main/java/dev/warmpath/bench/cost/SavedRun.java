package dev.warmpath.bench.cost;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.warmpath.bench.comparison.Results;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The JSON that a run of the benchmark has left; fields that are not of {@link Results} are passed over. */
final class SavedRun {
    private static final String LATEST = "target/bench/latest.json";

    private SavedRun() {}

    static Path latest(Path project) {
        return project.resolve(LATEST);
    }

    /** @throws InvalidRunException if there is no such file, or something else in it */
    static Results read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return requireRounds(JSON.std.beanFrom(Results.class, in), file);
        } catch (NoSuchFileException e) {
            throw new InvalidRunException("There is no %s; run ./warmpath bench first.".formatted(file), e);
        } catch (IOException e) {
            throw new InvalidRunException("%s is not a run of ./warmpath bench: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static Results requireRounds(Results results, Path file) {
        if (results.rounds() == null) {
            throw new InvalidRunException("%s is not a run of ./warmpath bench: it has no rounds.".formatted(file));
        }
        return results;
    }
}
