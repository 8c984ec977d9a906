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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract and each template state the same routes with the same scopes: none has one that another lacks. */
class ContractTemplateTest {
    private static final Path ROOT = Path.of("../..");
    private static final Contract CONTRACT = Contract.read(ROOT.resolve("docs/openapi.yaml"));
    private static final Map<String, String> PARAMETERS =
            Map.of("JwtIssuer", "https://issuer.example", "JwtAudience", "warmpath");

    @ParameterizedTest
    @ValueSource(strings = {"template.yaml", "services/baseline/template.yaml"})
    void routesAndScopesAreThoseOfTheTemplate(String template) {
        assertThat(CONTRACT.operations().stream().collect(Collectors.toMap(Operation::key, Operation::scopes)))
                .containsExactlyInAnyOrderEntriesOf(
                        routes(template).stream().collect(Collectors.toMap(Route::key, ContractTemplateTest::scopes)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"template.yaml", "services/baseline/template.yaml"})
    void onlyTheRouteWithoutATokenHasNoScope(String template) {
        assertThat(routes(template))
                .filteredOn(route -> scopes(route).isEmpty())
                .singleElement()
                .satisfies(route -> {
                    assertThat(route.key()).isEqualTo("GET /products/{sku}");
                    assertThat(route.authorization()).isEmpty();
                });
    }

    private static List<Route> routes(String template) {
        return Template.read(ROOT.resolve(template))
                .resolve(PARAMETERS, PseudoParameters.local("us-east-1"))
                .api()
                .routes();
    }

    private static Set<String> scopes(Route route) {
        return route.authorization().map(Authorization::scopes).orElse(Set.of());
    }
}
