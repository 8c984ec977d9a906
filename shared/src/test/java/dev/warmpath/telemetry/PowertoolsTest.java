package dev.warmpath.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import software.amazon.lambda.powertools.logging.internal.LoggingConstants;
import software.amazon.lambda.powertools.logging.internal.LoggingManager;
import software.amazon.lambda.powertools.logging.internal.LoggingManagerRegistry;
import software.amazon.lambda.powertools.metrics.MetricsFactory;

/** How Powertools reaches our implementations, on a class path that has as little of its own as the layer. */
class PowertoolsTest {
    private final Logger log = LoggerFactory.getLogger(PowertoolsTest.class);

    @AfterEach
    void sampleNothing() {
        LoggingConstants.POWERTOOLS_SAMPLING_RATE = null;
    }

    /** Were one of them here, no test could show that nothing needs it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.fasterxml.jackson.databind.ObjectMapper",
                "io.burt.jmespath.JmesPath",
                "org.joda.time.DateTime",
                "com.amazonaws.services.lambda.runtime.events.SQSEvent",
                "software.amazon.cloudwatchlogs.emf.logger.MetricsLogger",
                "software.amazon.lambda.powertools.utilities.JsonConfig",
                "org.apache.logging.log4j.core.LoggerContext"
            })
    void whatTheLayerLeavesOutIsNotOnTheClassPathOfTheseTests(String name) {
        assertThatThrownBy(() -> Class.forName(name)).isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void theLogLevelIsThatWhichPowertoolsSets() {
        LoggingManager manager = LoggingManagerRegistry.getLoggingManager();
        assertThat(manager).isInstanceOf(PowertoolsLogLevel.class);
        Level before = manager.getLogLevel(log);
        manager.setLogLevel(Level.ERROR);
        assertThat(log.isWarnEnabled()).isFalse();
        assertThat(manager.getLogLevel(log)).isEqualTo(Level.ERROR);
        manager.setLogLevel(before);
        assertThat(log.isWarnEnabled()).isTrue();
    }

    @Test
    void aSampledInvocationLogsAtDebugAndTheNextOneDoesNot() throws IOException {
        RequestStreamHandler handler = Telemetry.around((input, output, context) -> log.debug("Detail"));
        try (Observed observed = Observed.onDemand()) {
            LoggingConstants.POWERTOOLS_SAMPLING_RATE = "1";
            handler.handleRequest(null, null, new TestContext());
            LoggingConstants.POWERTOOLS_SAMPLING_RATE = "0";
            handler.handleRequest(null, null, new TestContext());
            assertThat(observed.logLines())
                    .filteredOn(line -> line.get("message").equals("Detail"))
                    .singleElement()
                    .satisfies(line -> assertThat(line).containsEntry("sampling_rate", 1.0));
        }
    }

    @Test
    void theFactorysHookBeforeTheCheckpointNeedsNothingThatTheLayerLeavesOut() {
        assertThatCode(() -> new MetricsFactory().beforeCheckpoint(null)).doesNotThrowAnyException();
    }
}
