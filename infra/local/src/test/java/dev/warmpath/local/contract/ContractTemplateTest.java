package dev.warmpath.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.local.template.HttpApi.Authorization;
import dev.warmpath.local.template.HttpApi.Route;
import dev.warmpath.local.template.PseudoParameters;
import dev.warmpath.local.template.Template;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The contract and the template state the same routes with the same scopes: neither has one that the other lacks. */
class ContractTemplateTest {
    private static final Path ROOT = Path.of("../..");
    private static final Contract CONTRACT = Contract.read(ROOT.resolve("docs/openapi.yaml"));

    @Test
    void routesAndScopesAreThoseOfTheTemplate() {
        assertThat(CONTRACT.operations().stream().collect(Collectors.toMap(Operation::key, Operation::scopes)))
                .containsExactlyInAnyOrderEntriesOf(
                        routes().stream().collect(Collectors.toMap(Route::key, ContractTemplateTest::scopes)));
    }

    @Test
    void onlyTheRouteWithoutATokenHasNoScope() {
        assertThat(routes())
                .filteredOn(route -> scopes(route).isEmpty())
                .singleElement()
                .satisfies(route -> {
                    assertThat(route.key()).isEqualTo("GET /products/{sku}");
                    assertThat(route.authorization()).isEmpty();
                });
    }

    private static List<Route> routes() {
        return Template.read(ROOT.resolve("template.yaml"))
                .resolve(Map.of(), PseudoParameters.local("us-east-1"))
                .api()
                .routes();
    }

    private static Set<String> scopes(Route route) {
        return route.authorization().map(Authorization::scopes).orElse(Set.of());
    }
}
