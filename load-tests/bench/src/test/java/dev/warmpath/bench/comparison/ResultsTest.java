package dev.warmpath.bench.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.warmpath.bench.usage.FunctionUsage;
import dev.warmpath.bench.usage.Usage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultsTest {
    @Test
    void areReadFromJsonAsTheyWereWritten() throws IOException {
        FunctionUsage getUser = new FunctionUsage(
                512, 190, 3, 1, 12, 900, 1, List.of("Warmpath Hits"), Map.of("dynamodb.GetItem", 3L), 1.5, 0);
        Round round = new Round(
                Setting.ENGINES_AS_THEY_ARE,
                Model.OPEN,
                1,
                Side.BASELINE,
                true,
                8,
                8.5,
                30.25,
                Map.of("GetUser", List.of(1.25, 2.5)),
                List.of(15.0),
                new Usage(2, Map.of("GetUser", getUser), 4, 20, 30));
        Results results = new Results(
                "2026-11-20T20:00:00Z",
                false,
                Map.of("processors", 2),
                Map.of("seed", 7),
                List.of(round),
                List.of(new StartTimes(Side.OPTIMISED, "GetUser", List.of(700.0), List.of(27.0))),
                List.of(new Artefact(Side.BASELINE, "baseline.jar", 22_800_000)));

        assertThat(JSON.std.beanFrom(Results.class, JSON.std.asString(results))).isEqualTo(results);
    }
}
