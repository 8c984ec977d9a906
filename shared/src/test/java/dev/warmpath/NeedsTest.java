package dev.warmpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeedsTest {
    @Test
    void packagesAndLibrariesAreTold() {
        assertThat(needs("<p>Needs: {@link dev.warmpath.json}, {@link dev.warmpath.cache}, slf4j-api."))
                .isEqualTo(new Needs(Set.of("dev.warmpath.json", "dev.warmpath.cache"), Set.of("slf4j-api"), Set.of()));
    }

    @Test
    void statementMayGoOnInTheNextLineAndBeFollowedByOthers() {
        assertThat(needs("<p>Needs: aws-core,\n * crac. Its tests also need: dynamodb.\n * Outside Lambda: none."))
                .isEqualTo(new Needs(Set.of(), Set.of("aws-core", "crac"), Set.of("dynamodb")));
    }

    @Test
    void nothingIsNeededWhereItSaysSo() {
        assertThat(needs("<p>Needs: nothing.")).isEqualTo(new Needs(Set.of(), Set.of(), Set.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<p>Needs nothing.",
                "<p>Needs: nothing",
                "<p>Needs: nothing else.",
                "<p>Needs: the SDK's dynamodb.",
                "<p>Needs: crac and slf4j-api.",
                "<p>Needs: dev.warmpath json.",
                "<p>Needs: crac. Its tests also need: a server."
            })
    void anythingElseIsRefusedWithTheFormThatIsExpected(String statement) {
        assertThatThrownBy(() -> needs(statement))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("package-info of dev.warmpath.example", "<p>Needs: nothing.");
    }

    private static Needs needs(String statement) {
        return Needs.of(
                "dev.warmpath.example",
                "/**\n * An example.\n *\n * " + statement + "\n */\npackage dev.warmpath.example;\n");
    }
}
