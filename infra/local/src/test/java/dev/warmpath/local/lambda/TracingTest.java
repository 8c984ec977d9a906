package dev.warmpath.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TracingTest {
    private static final String ROOT = "1-5759e988-bd862e3fe1be46a994272793";

    private final Tracing never = new Tracing(true, sampler(1));
    private final Tracing passThrough = new Tracing(false, sampler(0));

    /** Past the first request of its second. */
    private static Sampler sampler(double dice) {
        Sampler sampler = new Sampler(() -> Instant.EPOCH, () -> dice);
        sampler.sample();
        return sampler;
    }

    @Test
    void activeTracingKeepsTheCallersRootAndDecisionAndNamesAParent() {
        assertThat(never.headerFor("Root=" + ROOT + ";Parent=53995c3f42cd8ad8;Sampled=1"))
                .hasValueSatisfying(header -> assertThat(header)
                        .matches("Root=" + ROOT + ";Parent=[0-9a-f]{16};Sampled=1")
                        .doesNotContain("53995c3f42cd8ad8"));
    }

    @Test
    void activeTracingDecidesWhereTheCallerHasNot() {
        Tracing always = new Tracing(true, sampler(0));

        assertThat(never.headerFor("Root=" + ROOT)).get().asString().endsWith(";Sampled=0");
        assertThat(always.headerFor("Root=" + ROOT)).get().asString().endsWith(";Sampled=1");
    }

    @Test
    void activeTracingStartsATraceWhereThereIsNone() {
        assertThat(never.headerFor(""))
                .get()
                .asString()
                .matches("Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=0");
    }

    @Test
    void passThroughLeavesTheHeaderAlone() {
        assertThat(passThrough.headerFor("Root=" + ROOT)).contains("Root=" + ROOT);
        assertThat(passThrough.headerFor("")).isEmpty();
    }

    @Property
    void anyHeaderLeadsToAWellFormedOne(@ForAll String header) {
        assertThat(never.headerFor(header))
                .get()
                .asString()
                .matches("Root=1-[0-9a-fA-F]{8}-[0-9a-fA-F]{24};Parent=[0-9a-f]{16};Sampled=[01]");
    }
}
