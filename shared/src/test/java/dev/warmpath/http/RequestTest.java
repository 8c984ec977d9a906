package dev.warmpath.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestTest {
    @Test
    void allPartsOfAnEventAreRead() throws IOException {
        Request request = Events.request("get.json");

        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.routeKey()).isEqualTo("GET /users/{userId}");
        assertThat(request.path()).isEqualTo("/users/auth0%7C5f7c");
        assertThat(request.pathParameter("userId")).isEqualTo("auth0|5f7c");
        assertThat(request.query()).isEqualTo(Map.of("fields", "a,b"));
        assertThat(request.body()).isEmpty();
        assertThat(request.signedInCaller().sub()).isEqualTo("5f0c7e52-6f2e-4d6b-9c7e-0d7f1c2b3a49");
    }

    @Test
    void headerNamesHaveNoCase() throws IOException {
        Request request = Events.request("get.json");

        assertThat(request.header("if-none-match")).contains("\"1f\", W/\"20\"");
        assertThat(request.header("IF-NONE-MATCH")).contains("\"1f\", W/\"20\"");
        assertThat(request.header("x-none")).isEmpty();
    }

    @Test
    void scopesAreThoseOfTheTokenAndNotOfTheRoute() throws IOException {
        assertThat(Events.request("get.json").signedInCaller().scopes())
                .containsExactlyInAnyOrder("users:read", "users:write");
    }

    @Test
    void aBodyIsReadInUtf8WhetherEncodedOrNot() throws IOException {
        byte[] body = "{\"name\":\"Zoë\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(Events.request("post.json").body()).isEqualTo(body);
        assertThat(Events.request("post-base64.json").body()).isEqualTo(body);
    }

    @Test
    void aPublicRouteHasNoCallerAndAnswers401WhereOneIsNeeded() throws IOException {
        Request request = Events.request("public.json");

        assertThat(request.caller()).isEmpty();
        assertThatThrownBy(request::signedInCaller)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(401));
    }

    @Test
    void anUnknownPathParameterIsAMistakeOfOurs() throws IOException {
        Request request = Events.request("get.json");

        assertThatThrownBy(() -> request.pathParameter("id"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The route GET /users/{userId} has no path parameter id");
    }

    @Test
    void anEventOfAnotherFormatIsRefused() {
        assertThatThrownBy(() -> Events.request("payload-1.0.json")).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "no-cache; true",
                "max-age=0, No-Cache; true",
                "'no-cache,no-store'; true",
                "no-store; false",
                "x-no-cache-y; false",
                "max-age=0; false"
            })
    void noCacheIsFoundAmongDirectives(String header, boolean asks) {
        Request request = Events.post(Map.of("cache-control", header), new byte[0]);

        assertThat(request.asksPastCaches()).isEqualTo(asks);
    }

    @Test
    void aScopeClaimMayBeAListOrCalledScp() {
        assertThat(Caller.of(Map.of("sub", "ada", "scp", "[users:read admin]")))
                .contains(new Caller("ada", Set.of("users:read", "admin")));
        assertThat(Caller.of(Map.of("sub", "ada", "scope", ""))).contains(new Caller("ada", Set.of()));
        assertThat(Caller.of(Map.of("sub", "ada"))).contains(new Caller("ada", Set.of()));
        assertThat(Caller.of(Map.of("sub", " "))).isEqualTo(Optional.empty());
    }

    @Test
    void aScopeIsMatchedWhole() {
        Caller caller = Caller.of(Map.of("sub", "ada", "scope", "users:admin administrator"))
                .orElseThrow();

        assertThat(caller.has("admin")).isFalse();
        assertThat(caller.has("administrator")).isTrue();
    }
}
