package dev.warmpath.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.local.template.HttpApi.Authorization;
import dev.warmpath.local.template.HttpApi.JwtAuthorizer;
import dev.warmpath.local.template.HttpApi.Route;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RealTemplateTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Map<String, String> ISSUER =
            Map.of("JwtIssuer", "http://127.0.0.1:8080", "JwtAudience", "warmpath");
    private static final Template TEMPLATE = Template.read(ROOT.resolve("template.yaml"));

    @Test
    void routesAskForOneScopeEachOfTheGivenIssuer() {
        JwtAuthorizer jwt = new JwtAuthorizer("Jwt", "http://127.0.0.1:8080", List.of("warmpath"));

        assertThat(resolve(ISSUER).api().routes())
                .containsExactlyInAnyOrder(
                        new Route("POST", "/users", "CreateUser", scope(jwt, "users:write")),
                        new Route("GET", "/users/{userId}", "GetUser", scope(jwt, "users:read")));
    }

    private static Optional<Authorization> scope(JwtAuthorizer authorizer, String scope) {
        return Optional.of(new Authorization(authorizer, Set.of(scope)));
    }

    private static Application resolve(Map<String, String> parameters) {
        return TEMPLATE.resolve(parameters, PseudoParameters.local("us-east-1"));
    }
}
