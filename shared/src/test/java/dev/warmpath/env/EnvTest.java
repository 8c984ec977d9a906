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
    void aWholeNumberWithinItsBoundsIsRead() {
        assertThat(Env.<Integer>read(Map.of("PASSES", "10"), env -> env.number("PASSES", 1, 10)))
                .isEqualTo(10);
    }

    @Test
    void aNumberOutsideItsBoundsIsShownWithItsName() {
        assertThatThrownBy(() -> Env.read(Map.of("PASSES", "0"), env -> env.number("PASSES", 1, 10)))
                .hasMessage("Environment: PASSES is '0', expected a whole number from 1 to 10");
    }

    @Test
    void textOfTheRightFormIsRead() {
        assertThat(Env.<String>read(Map.of("COLOUR", "red"), EnvTest::colour)).isEqualTo("red");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Red", "red ", "green"})
    void textOfAnotherFormIsShownWithItsName(String found) {
        assertThatThrownBy(() -> Env.read(Map.of("COLOUR", found), EnvTest::colour))
                .hasMessage("Environment: COLOUR is '" + found + "', expected red or blue");
    }

    @Test
    void missingTextOfAFormIsNamed() {
        assertThatThrownBy(() -> Env.read(Map.of(), EnvTest::colour))
                .hasMessage("Environment: COLOUR is missing, expected red or blue");
    }

    private static String colour(Env env) {
        return env.matching("COLOUR", "red|blue", "red or blue");
    }

    @Test
    void optionalTextMayBeMissing() {
        assertThat(Env.<String>read(Map.of(), env -> env.optional("PASSWORD"))).isEmpty();
        assertThat(Env.<String>read(Map.of("PASSWORD", "sesame"), env -> env.optional("PASSWORD")))
                .isEqualTo("sesame");
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
