package dev.warmpath.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.local.template.Application;
import dev.warmpath.local.template.HttpApi.Route;
import dev.warmpath.local.template.PseudoParameters;
import dev.warmpath.local.template.Template;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The contract and the template state the same routes with the same scopes: neither has one that the other lacks. */
class ContractTemplateTest {
    private static final Path ROOT = Path.of("../..");

    @Test
    void routesAndScopesAreThoseOfTheTemplate() {
        Map<String, Set<String>> contract = Contract.read(ROOT.resolve("docs/openapi.yaml")).operations().stream()
                .collect(Collectors.toMap(Operation::key, Operation::scopes));
        Application template =
                Template.read(ROOT.resolve("template.yaml")).resolve(Map.of(), PseudoParameters.local("us-east-1"));

        assertThat(contract)
                .containsExactlyInAnyOrderEntriesOf(template.api().routes().stream()
                        .collect(Collectors.toMap(Route::key, ContractTemplateTest::scopes)));
    }

    private static Set<String> scopes(Route route) {
        return route.authorization().orElseThrow().scopes();
    }
}
