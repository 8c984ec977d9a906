package dev.warmpath.bench.comparison.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.bench.comparison.Model;
import dev.warmpath.bench.comparison.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final int LEAST_FOR_P99 = 200;

    @Test
    void weightsOfAllRoutesAreADeck() {
        assertThat(Plan.full().weights()).containsOnlyKeys(Route.values());
        assertThat(Plan.full().weights().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(Plan.DECK);
    }

    @Test
    void openRoundsHaveEnoughRequestsForTheirP99() {
        assertThat(Plan.full().phases())
                .filteredOn(phase -> phase.model() == Model.OPEN)
                .isNotEmpty()
                .allMatch(phase -> phase.requests() >= LEAST_FOR_P99);
    }

    @Test
    void aQuickRunHasSixRoutesAndOneSetting() {
        Plan quick = Plan.quickly();

        assertThat(quick.weights()).hasSize(6);
        assertThat(quick.settings()).containsExactly(Setting.ENGINES_AS_THEY_ARE);
        assertThat(quick.phases()).allMatch(phase -> phase.model() == Model.CLOSED);
        assertThat(quick.startedFunctions()).hasSize(3);
    }

    @Test
    void snapshotsArePrimedAsTheTemplateSays() throws IOException {
        String template = Files.readString(Path.of("../../template.yaml"));

        assertThat(template)
                .containsPattern("PrimingPasses:\\s+Type: Number\\s+Default: "
                        + Plan.full().primingPasses() + "\\s");
    }

    @Test
    void isStatedInTheDocumentationBeforehand() throws IOException {
        String page = Files.readString(Path.of("../README.md"));

        Plan.full()
                .weights()
                .forEach((route, weight) ->
                        assertThat(page).containsPattern("\\| " + weight + " \\| " + route.function() + "\\b"));
    }
}
