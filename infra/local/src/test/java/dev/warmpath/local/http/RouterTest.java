package dev.warmpath.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.local.template.HttpApi;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouterTest {
    private static final List<String> DOCUMENTED =
            List.of("GET /pets/dog/1", "GET /pets/dog/{id}", "GET /pets/{proxy+}", "ANY /{proxy+}", "$default");

    @ParameterizedTest
    @CsvSource({
        "GET, /pets/dog/1, GET /pets/dog/1",
        "GET, /pets/dog/2, GET /pets/dog/{id}",
        "GET, /pets/cat/1, GET /pets/{proxy+}",
        "POST, /test/5, ANY /{proxy+}"
    })
    void selectsTheRouteThatAwsDocuments(String method, String path, String expected) {
        assertThat(select(DOCUMENTED, method, path)).isEqualTo(expected);
    }

    @Test
    void defaultRouteTakesWhatNoOtherMatches() {
        assertThat(select(List.of("GET /users", "$default"), "POST", "/users")).isEqualTo("$default");
    }

    @Test
    void specificMethodComesBeforeAny() {
        assertThat(select(List.of("ANY /users", "GET /users"), "GET", "/users")).isEqualTo("GET /users");
        assertThat(select(List.of("ANY /users", "GET /users"), "PUT", "/users")).isEqualTo("ANY /users");
    }

    @Test
    void literalSegmentComesBeforeVariable() {
        List<String> routes = List.of("GET /users/{userId}", "GET /users/me");

        assertThat(select(routes, "GET", "/users/me")).isEqualTo("GET /users/me");
    }

    @Test
    void fullMatchComesBeforeGreedyOneWithMoreLiterals() {
        List<String> routes = List.of("GET /a/b/{proxy+}", "GET /a/{x}/{y}");

        assertThat(select(routes, "GET", "/a/b/c")).isEqualTo("GET /a/{x}/{y}");
    }

    @ParameterizedTest
    @CsvSource({"GET, /user", "GET, /users/", "GET, /users/1/", "GET, /users//orders", "POST, /users", "GET, /Users"})
    void otherPathsAndMethodsMatchNothing(String method, String path) {
        assertThat(router(List.of("GET /users", "GET /users/{userId}", "GET /users/{userId}/orders"))
                        .find(method, PercentEncoding.segments(path)))
                .isEmpty();
    }

    @Test
    void greedyVariableNeedsASlashBeforeIt() {
        Router router = router(List.of("GET /files/{proxy+}"));

        assertThat(router.find("GET", PercentEncoding.segments("/files"))).isEmpty();
        assertThat(parameters(router, "/files/")).isEqualTo(Map.of("proxy", ""));
        assertThat(parameters(router, "/files/a/b%20c")).isEqualTo(Map.of("proxy", "a/b c"));
    }

    @Test
    void pathParametersAreDecoded() {
        assertThat(parameters(
                        router(List.of("GET /users/{userId}/orders/{orderId}")), "/users/j%C3%B6rg+1/orders/a%2Fb"))
                .isEqualTo(Map.of("userId", "jörg+1", "orderId", "a/b"));
    }

    @Test
    void rootPathIsARoute() {
        assertThat(select(List.of("GET /", "$default"), "GET", "/")).isEqualTo("GET /");
    }

    @Property
    void orderOfDeclarationNeverMatters(
            @ForAll("routeSets") List<String> routes, @ForAll("requests") String request, @ForAll Random random) {
        List<String> shuffled = new ArrayList<>(routes);
        Collections.shuffle(shuffled, random);
        String[] parts = request.split(" ");

        assertThat(select(shuffled, parts[0], parts[1])).isEqualTo(select(routes, parts[0], parts[1]));
    }

    @Property
    void aRouteOfExactlyTheRequestAlwaysWins(
            @ForAll("routeSets") List<String> routes, @ForAll("requests") String request) {
        List<String> all = new ArrayList<>(routes);
        all.add(request);
        String[] parts = request.split(" ");

        assertThat(select(all, parts[0], parts[1])).isEqualTo(request);
    }

    @Provide
    Arbitrary<List<String>> routeSets() {
        Arbitrary<String> segment = Arbitraries.of("a", "b", "{x}");
        Arbitrary<String> full = segment.list().ofMinSize(1).ofMaxSize(3).map(s -> "/" + String.join("/", s));
        Arbitrary<String> greedy = segment.list().ofMaxSize(2).map(s -> {
            String prefix = String.join("/", s);
            return (prefix.isEmpty() ? "" : "/" + prefix) + "/{proxy+}";
        });
        Arbitrary<String> method = Arbitraries.of("GET", "POST", "ANY");
        Arbitrary<String> route =
                method.flatMap(m -> Arbitraries.oneOf(full, greedy).map(path -> m + " " + path));
        return Arbitraries.oneOf(route, Arbitraries.just("$default"))
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<String> requests() {
        Arbitrary<String> path =
                Arbitraries.of("a", "b", "c").list().ofMinSize(1).ofMaxSize(4).map(s -> "/" + String.join("/", s));
        return Arbitraries.of("GET", "POST", "PUT")
                .flatMap(m -> path.map(p -> Tuple.of(m, p)))
                .map(t -> t.get1() + " " + t.get2());
    }

    private static Router router(List<String> keys) {
        HttpApi api = Apis.of(keys.toArray(String[]::new));
        return new Router(api.routes());
    }

    private static String select(List<String> keys, String method, String path) {
        return router(keys)
                .find(method, PercentEncoding.segments(path))
                .map(match -> match.route().key())
                .orElse("none");
    }

    private static Map<String, String> parameters(Router router, String path) {
        return router.find("GET", PercentEncoding.segments(path)).orElseThrow().pathParameters();
    }
}
