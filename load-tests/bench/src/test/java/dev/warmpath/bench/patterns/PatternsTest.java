package dev.warmpath.bench.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class PatternsTest {
    private static final List<String> DOCUMENTED = List.of(
            "client-reuse",
            "http-client",
            "event-parsing",
            "priming",
            "layer-layout",
            "l1-cache",
            "l2-cache",
            "file-cache",
            "batch-get",
            "batch-write",
            "send-message-batch",
            "parallel-fetch",
            "projection",
            "query-not-scan",
            "keys-only-index",
            "sqs-offload",
            "partial-batch-response",
            "circuit-breaker",
            "lazy-loading",
            "multi-core",
            "set-not-list");

    @Test
    void areTheDocumentedOnes() {
        assertThat(Patterns.names()).containsExactlyInAnyOrderElementsOf(DOCUMENTED);
    }

    @Test
    void eachAsksOneQuestion() {
        assertThat(Patterns.all()).extracting(Pattern::question).allMatch(question -> question.endsWith("?"));
    }

    @Test
    void oneIsFoundByItsName() {
        assertThat(Patterns.named("set-not-list")).isSameAs(SetNotList.PATTERN);
    }

    @Test
    void anUnknownNameIsAnsweredWithThoseThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Patterns.named("set"))
                .withMessageStartingWith("There is no pattern set; there are ")
                .withMessageContaining("set-not-list");
    }
}
