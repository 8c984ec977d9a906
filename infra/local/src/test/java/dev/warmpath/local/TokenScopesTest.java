package dev.warmpath.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.local.template.PseudoParameters;
import dev.warmpath.local.template.Template;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tokens of the local issuer open the routes of the template: each of their scopes, and no other one but admin. */
class TokenScopesTest {
    @Test
    void scopesOfEveryUserAndAdminAreThoseOfTheRoutes() {
        var routes = Template.read(TestRuns.PROJECT.resolve("template.yaml"))
                .resolve(Map.of(), PseudoParameters.local("us-east-1"))
                .api()
                .routes();

        assertThat(routes.stream()
                        .flatMap(route -> route.authorization().stream())
                        .flatMap(authorization -> authorization.scopes().stream())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Stream.of(Token.DEFAULT_SCOPE.split(" ")), Stream.of("admin"))
                                .toList());
    }
}
