package dev.warmpath.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvTest {
    private record Settings(String table, Duration ttl) {
        static Settings from(Env env) {
            return new Settings(env.required("TABLE"), env.seconds("TTL", 0, 60));
        }
    }

    @Test
    void rightVariablesAreRead() {
        assertThat(Env.read(Map.of("TABLE", "users", "TTL", "60"), Settings::from))
                .isEqualTo(new Settings("users", Duration.ofMinutes(1)));
    }

    @Test
    void allFaultyVariablesAreNamedInOneMessage() {
        assertThatThrownBy(() -> Env.read(Map.of("TABLE", " "), Settings::from))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Environment: TABLE is blank, expected some text; "
                        + "TTL is missing, expected whole seconds from 0 to 60");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "61", "-1", "1.5", "2s", "99999999999999999999", " 1"})
    void secondsThatAreNoneAreShownWithTheirName(String found) {
        assertThatThrownBy(() -> Env.read(Map.of("TABLE", "users", "TTL", found), Settings::from))
                .hasMessage("Environment: TTL is '" + found + "', expected whole seconds from 0 to 60");
    }

    @Test
    void requiredTextIsNeverShown() {
        assertThatThrownBy(() -> Env.read(Map.of("TABLE", "secret"), Settings::from))
                .message()
                .doesNotContain("secret");
    }

    @Test
    void theProcessEnvironmentIsTheSourceByDefault() {
        String path = Env.read(env -> env.required("PATH"));

        assertThat(path).isEqualTo(System.getenv("PATH"));
    }
}
