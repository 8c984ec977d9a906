package dev.warmpath.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.cache.Loaded;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BatchAnswerTest {
    @Test
    void allPartsAreInTheOrderOfTheIds() {
        Loaded<Integer> loaded = new Loaded<>(Map.of("a", 1, "b", 2), Set.of("x", "y"));

        Map<String, Object> answer =
                BatchAnswer.of("numbers", List.of("y", "b", "n", "x", "a", "m"), loaded, number -> Map.of("n", number));

        assertThat(answer)
                .containsExactly(
                        Map.entry("numbers", List.of(Map.of("n", 2), Map.of("n", 1))),
                        Map.entry("missing", List.of("n", "m")),
                        Map.entry("unprocessed", List.of("y", "x")));
    }

    @Test
    void whereAllWasReadNothingIsUnprocessed() {
        Loaded<Integer> loaded = new Loaded<>(Map.of(), Set.of());

        assertThat(BatchAnswer.of("numbers", List.of("a"), loaded, number -> Map.of("n", number)))
                .isEqualTo(Map.of("numbers", List.of(), "missing", List.of("a")));
    }
}
