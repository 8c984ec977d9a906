package dev.warmpath.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.event.Level;

class SettingsTest {
    @Test
    void anEmptyEnvironmentGivesDefaultsThatWork() {
        Settings settings = Settings.from(Map.of());
        assertThat(settings)
                .isEqualTo(new Settings("local", "local", "local", "$LATEST", "on-demand", false, Level.INFO, ""));
    }

    @Test
    void theServiceNamesTheNamespaceWhereNoneIsGiven() {
        assertThat(Settings.from(Map.of("POWERTOOLS_SERVICE_NAME", "users")).namespace())
                .isEqualTo("users");
    }

    @Test
    void insideLambdaTheNamespaceMustBeGiven() {
        assertThatThrownBy(() -> Settings.from(Map.of("AWS_LAMBDA_FUNCTION_NAME", "GetUser")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("POWERTOOLS_METRICS_NAMESPACE is not set");
    }

    @Test
    void whereMetricsAreDisabledNoNamespaceIsNeeded() {
        Settings settings =
                Settings.from(Map.of("AWS_LAMBDA_FUNCTION_NAME", "GetUser", "POWERTOOLS_METRICS_DISABLED", "true"));
        assertThat(settings.metricsDisabled()).isTrue();
    }

    @Test
    void theLevelOfPowertoolsGoesBeforeThatOfLambda() {
        assertThat(Settings.from(Map.of("AWS_LAMBDA_LOG_LEVEL", "WARN", "POWERTOOLS_LOG_LEVEL", "debug"))
                        .logLevel())
                .isEqualTo(Level.DEBUG);
    }

    @ParameterizedTest
    @CsvSource({"TRACE,TRACE", "DEBUG,DEBUG", "INFO,INFO", "WARN,WARN", "ERROR,ERROR", "FATAL,ERROR", "LOUD,INFO"})
    void theLevelIsThatOfLambdasLoggingConfiguration(String name, Level level) {
        assertThat(Settings.from(Map.of("AWS_LAMBDA_LOG_LEVEL", name)).logLevel())
                .isEqualTo(level);
    }
}
