package dev.warmpath.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class XRayTracerTest {
    @Test
    void aSampledInvocationSendsASubsegmentOfLambdasOwnSegment() throws IOException {
        try (Observed observed = Observed.onDemand().sampled()) {
            observed.invoke((input, output, context) -> {});
            Map<String, Object> segment = observed.segment();
            assertThat(segment)
                    .containsEntry("name", "## GetUser")
                    .containsEntry("type", "subsegment")
                    .containsEntry("trace_id", Observed.TRACE_ID)
                    .containsEntry("parent_id", Observed.PARENT_ID)
                    .containsEntry("annotations", Map.of("Service", "users", "ColdStart", "true"))
                    .doesNotContainKeys("fault", "error");
            assertThat((String) segment.get("id")).matches("[0-9a-f]{16}");
            assertThat((Double) segment.get("end_time")).isGreaterThanOrEqualTo((Double) segment.get("start_time"));
        }
    }

    @Test
    void anUnsampledInvocationSendsNothing() throws IOException {
        try (Observed observed = Observed.onDemand().unsampled()) {
            Tracer tracer = observed.instruments().tracer();
            observed.invoke(
                    (input, output, context) -> assertThat(tracer.begin("part")).isSameAs(Subsegment.NONE));
            observed.sampled().invoke((input, output, context) -> {});
            assertThat(observed.segment().get("annotations"))
                    .asInstanceOf(InstanceOfAssertFactories.MAP)
                    .containsEntry("ColdStart", "false");
        }
    }

    @Test
    void outsideOfAnInvocationNothingIsTraced() throws IOException {
        try (Observed observed = Observed.onDemand().sampled()) {
            assertThat(observed.instruments().tracer().begin("start")).isSameAs(Subsegment.NONE);
        }
    }

    @Test
    void partsHangBelowThePartThatIsOpenInTheirThread() throws IOException {
        try (Observed observed = Observed.onDemand().sampled()) {
            Tracer tracer = observed.instruments().tracer();
            observed.invoke((input, output, context) -> {
                try (Subsegment outer = tracer.begin("outer")) {
                    outer.metadata("size", 3);
                    tracer.trace("inner", () -> "done");
                }
                tracer.begin("sibling").close();
            });
            Map<String, Object> inner = observed.segment();
            Map<String, Object> outer = observed.segment();
            Map<String, Object> sibling = observed.segment();
            Map<String, Object> whole = observed.segment();
            assertThat(inner).containsEntry("name", "inner").containsEntry("parent_id", outer.get("id"));
            assertThat(outer)
                    .containsEntry("parent_id", whole.get("id"))
                    .containsEntry("metadata", Map.of("default", Map.of("size", 3)));
            assertThat(sibling).containsEntry("parent_id", whole.get("id"));
        }
    }

    @Test
    void partsOfOtherThreadsHangBelowTheInvocation() throws IOException {
        try (Observed observed = Observed.onDemand().sampled()) {
            Tracer tracer = observed.instruments().tracer();
            observed.invoke((input, output, context) -> {
                Thread first = Thread.ofVirtual().start(() -> tracer.begin("a").close());
                Thread second =
                        Thread.ofPlatform().start(() -> tracer.begin("b").close());
                join(first);
                join(second);
            });
            Map<String, Object> one = observed.segment();
            Map<String, Object> other = observed.segment();
            Map<String, Object> whole = observed.segment();
            assertThat(Set.of(one.get("name"), other.get("name"))).isEqualTo(Set.of("a", "b"));
            assertThat(one).containsEntry("parent_id", whole.get("id"));
            assertThat(other).containsEntry("parent_id", whole.get("id"));
        }
    }

    @Test
    void carriedCallsHangBelowThePartThatWasOpenWhereTheyWereMade() throws IOException {
        try (Observed observed = Observed.onDemand().sampled()) {
            Instruments instruments = observed.instruments();
            Tracer tracer = instruments.tracer();
            observed.invoke((input, output, context) -> {
                try (Subsegment outer = tracer.begin("outer")) {
                    MDC.put("correlation_id", "c-1");
                    Callable<String> carried = instruments.carried(() -> {
                        tracer.begin("carried").close();
                        return MDC.get("correlation_id");
                    });
                    join(Thread.ofVirtual().start(() -> {
                        outer.metadata("seen", answerOf(carried));
                        outer.metadata("after", String.valueOf(MDC.get("correlation_id")));
                        tracer.begin("own").close();
                    }));
                }
            });
            Map<String, Object> carried = observed.segment();
            Map<String, Object> own = observed.segment();
            Map<String, Object> outer = observed.segment();
            Map<String, Object> whole = observed.segment();
            assertThat(carried).containsEntry("parent_id", outer.get("id"));
            assertThat(own).containsEntry("parent_id", whole.get("id"));
            assertThat(outer).containsEntry("metadata", Map.of("default", Map.of("seen", "c-1", "after", "null")));
        }
    }

    @Test
    void aCarriedCallThatRunsInTheNextInvocationIsTracedBelowThat() throws IOException {
        try (Observed observed = Observed.onDemand().sampled()) {
            Instruments instruments = observed.instruments();
            AtomicReference<Callable<String>> late = new AtomicReference<>();
            observed.invoke((input, output, context) -> late.set(instruments.carried(() -> {
                instruments.tracer().begin("late").close();
                return "";
            })));
            observed.invoke((input, output, context) -> answerOf(late.get()));
            observed.segment();
            Map<String, Object> part = observed.segment();
            assertThat(part).containsEntry("parent_id", observed.segment().get("id"));
        }
    }

    private static String answerOf(Callable<String> call) {
        try {
            return call.call();
        } catch (Exception e) {
            throw new IllegalStateException("The carried call failed", e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted while a thread was traced", e);
        }
    }

    @Test
    void aPartLeftOpenIsNoParentInTheNextInvocation() throws IOException {
        try (Observed observed = Observed.onDemand().sampled()) {
            observed.invoke(
                    (input, output, context) -> observed.instruments().tracer().begin("never closed"));
            observed.invoke((input, output, context) -> {});
            observed.segment();
            assertThat(observed.segment()).containsEntry("parent_id", Observed.PARENT_ID);
        }
    }

    @Test
    void aFailureIsNotedWhereItHappenedAndInTheInvocation() throws IOException {
        try (Observed observed = Observed.onDemand().sampled()) {
            Tracer tracer = observed.instruments().tracer();
            assertThatThrownBy(() -> observed.invoke((input, output, context) -> tracer.trace("part", () -> {
                        throw new IOException("broken");
                    })))
                    .hasMessage("broken");
            assertThat(observed.segment()).containsEntry("name", "part").containsEntry("fault", true);
            Map<String, Object> whole = observed.segment();
            assertThat(whole).containsEntry("fault", true);
            assertThat(whole.get("cause").toString()).contains("java.io.IOException", "broken", "XRayTracerTest");
        }
    }

    @Test
    void theIdsOfPartsDiffer() throws IOException {
        try (Observed observed = Observed.onDemand().sampled()) {
            observed.invoke((input, output, context) -> {});
            observed.invoke((input, output, context) -> {});
            assertThat(observed.segment().get("id"))
                    .isNotEqualTo(observed.segment().get("id"));
        }
    }

    @Test
    void anUnreachableDaemonDoesNotFailTheInvocation() throws IOException {
        try (Observed observed = new Observed(Map.of("AWS_XRAY_DAEMON_ADDRESS", "nowhere.invalid:port"))) {
            assertThat(observed.sampled().invoke((input, output, context) -> output.write('x')))
                    .isEqualTo("x");
            assertThat(observed.logLines().getFirst()).containsEntry("level", "WARN");
        }
    }
}
