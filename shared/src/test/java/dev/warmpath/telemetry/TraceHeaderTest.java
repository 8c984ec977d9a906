package dev.warmpath.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceHeaderTest {
    @Test
    void aSampledHeaderIsReadInAnyOrder() {
        TraceHeader expected = new TraceHeader("1-a-b", "c", true);
        assertThat(TraceHeader.parse("Root=1-a-b;Parent=c;Sampled=1")).isEqualTo(expected);
        assertThat(TraceHeader.parse("Sampled=1;Parent=c;Root=1-a-b;Lineage=x:0"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "Root=1-a-b;Parent=c;Sampled=0",
                "Root=1-a-b;Parent=c;Sampled=?",
                "Root=1-a-b;Parent=c",
                "Root=1-a-b;Sampled=1",
                "Parent=c;Sampled=1"
            })
    void withoutRootParentAndDecisionNothingIsSampled(String header) {
        assertThat(TraceHeader.parse(header).sampled()).isFalse();
    }

    @Property
    void anyTextIsReadWithoutFailing(@ForAll String header) {
        assertThat(TraceHeader.parse(header)).isNotNull();
    }
}
