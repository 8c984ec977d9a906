package dev.warmpath.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.local.template.HttpApi.Authorization;
import dev.warmpath.local.template.HttpApi.Cors;
import dev.warmpath.local.template.HttpApi.JwtAuthorizer;
import dev.warmpath.local.template.HttpApi.Route;
import dev.warmpath.local.template.HttpApi.Throttle;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpApiReaderTest {
    private static final String API = "Api: {Type: 'AWS::Serverless::HttpApi', Properties: {%s}}";
    private static final String AUTH = "Auth: {Authorizers: {Jwt: {JwtConfiguration: {issuer: 'https://id', "
            + "audience: [web]}, AuthorizationScopes: [base]}}%s}";
    private static final JwtAuthorizer JWT = new JwtAuthorizer("Jwt", "https://id", List.of("web"));

    @Test
    void plainApiHasTheDefaultStageAndNoLimits() {
        assertThat(api("", "Method: get, Path: /users"))
                .isEqualTo(new HttpApi(
                        "$default",
                        List.of(new Route("GET", "/users", "Read", Optional.empty())),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Method: POST, Path: /users | POST /users",
                "Method: any, Path: /users | ANY /users",
                "Path: /users | ANY /users",
                "Method: x-amazon-apigateway-any-method, Path: / | ANY /",
                "Method: GET, Path: '/users/{userId}/orders' | GET /users/{userId}/orders",
                "Method: GET, Path: '/files/{proxy+}' | GET /files/{proxy+}",
                "Path: $default | $default",
            })
    void eventIsARoute(String event, String key) {
        assertThat(api("", event).routes())
                .singleElement()
                .extracting(Route::key)
                .isEqualTo(key);
    }

    @Test
    void eventWithoutPathTakesEveryOtherRequest() {
        assertThat(api("", "Auth: {Authorizer: NONE}").routes().getFirst().key())
                .isEqualTo("$default");
    }

    @Test
    void routesOwnScopesReplaceThoseOfItsAuthorizer() {
        assertThat(guard("", "Auth: {Authorizer: Jwt, AuthorizationScopes: [a, b]}"))
                .contains(new Authorization(JWT, Set.of("a", "b")));
        assertThat(guard("", "Auth: {Authorizer: Jwt}")).contains(new Authorization(JWT, Set.of("base")));
    }

    @Test
    void defaultAuthorizerGuardsUnlessTheRouteIsOpen() {
        String byDefault = ", DefaultAuthorizer: Jwt";

        assertThat(guard(byDefault, "Auth: {AuthorizationScopes: [a]}")).contains(new Authorization(JWT, Set.of("a")));
        assertThat(guard(byDefault, "Auth: {Authorizer: NONE}")).isEmpty();
        assertThat(guard("", "Auth: {}")).isEmpty();
    }

    @Test
    void jwtConfigurationMayBeginInUpperCase() {
        String properties = "Auth: {DefaultAuthorizer: Jwt, Authorizers: {Jwt: "
                + "{JwtConfiguration: {Issuer: 'https://id', Audience: web}}}}";

        assertThat(api(properties, "Path: /").routes().getFirst().authorization())
                .contains(new Authorization(JWT, Set.of()));
    }

    @Test
    void corsIsReadWhole() {
        String properties = "CorsConfiguration: {AllowOrigins: ['https://a'], AllowMethods: [GET], AllowHeaders: [x], "
                + "ExposeHeaders: [etag], MaxAge: 600, AllowCredentials: true}";

        assertThat(api(properties, "Path: /").cors())
                .contains(new Cors(
                        List.of("https://a"),
                        List.of("GET"),
                        List.of("x"),
                        List.of("etag"),
                        Optional.of(Duration.ofMinutes(10)),
                        true));
    }

    @Test
    void corsTrueAllowsEveryOrigin() {
        assertThat(api("CorsConfiguration: true", "Path: /").cors())
                .contains(new Cors(List.of("*"), List.of(), List.of(), List.of(), Optional.empty(), false));
        assertThat(api("CorsConfiguration: false", "Path: /").cors()).isEmpty();
    }

    @Test
    void throttlesOfApiAndRouteAreRead() {
        HttpApi api = api(
                "StageName: v1, DefaultRouteSettings: {ThrottlingRateLimit: 100.5, ThrottlingBurstLimit: 20}, "
                        + "RouteSettings: {'GET /a': {ThrottlingRateLimit: 5}}",
                "Method: GET, Path: /a");

        assertThat(api.stage()).isEqualTo("v1");
        assertThat(api.throttle()).contains(new Throttle(100.5, 20));
        assertThat(api.routeThrottles()).isEqualTo(Map.of("GET /a", new Throttle(5, 5_000)));
    }

    @Test
    void throttleOfAnEventIsItsRoutes() {
        assertThat(api("", "Method: GET, Path: /a, RouteSettings: {ThrottlingBurstLimit: 3}")
                        .routeThrottles())
                .isEqualTo(Map.of("GET /a", new Throttle(10_000, 3)));
    }

    @Test
    void routesWithoutAnApiMakeTheImplicitOne() {
        Application application = Sam.resolve("""
                Globals: {HttpApi: {CorsConfiguration: true}}
                Resources:
                """ + function("Path: /, Method: GET"));

        assertThat(application.api().routes()).extracting(Route::key).containsExactly("GET /");
        assertThat(application.api().cors()).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Method: FETCH, Path: / | .Method: \"FETCH\" is no HTTP method; "
                        + "expected one of [GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS, ANY]",
                "Method: GET, Path: users | .Path: \"users\" is no path; expected one that starts with /",
                "Method: GET, Path: '/{a+}/b' | .Path: \"{a+}\" is no path segment; "
                        + "expected text, {name}, or {name+} at the end",
                "Method: GET, Path: '/x{a}' | .Path: \"x{a}\" is no path segment; "
                        + "expected text, {name}, or {name+} at the end",
                "Method: GET, Path: '/{a}/{a}' | .Path: the variable {a} stands twice; expected it once",
                "Method: GET | : Path is missing; expected one beside Method",
                "Path: /, PayloadFormatVersion: '1.0' | .PayloadFormatVersion: \"1.0\" is not supported; expected 2.0",
                "Path: /, TimeoutInMillis: 500 | .TimeoutInMillis: TimeoutInMillis is not supported by the local run; "
                        + "expected the function's Timeout",
                "Path: /, Auth: {Authorizer: Other} | .Auth.Authorizer: there is no authorizer \"Other\"; "
                        + "expected one of [Jwt] or NONE",
                "Path: /, Auth: {Authorizer: AWS_IAM} | .Auth.Authorizer: IAM authorization is not supported; "
                        + "expected a JWT authorizer",
                "Path: /, Auth: {AuthorizationScopes: [a]} | .Auth.AuthorizationScopes: an open route checks no "
                        + "scopes; expected an Authorizer beside them",
            })
    void wrongEventIsNamedWithItsPlace(String event, String message) {
        assertThat(errorOf(AUTH.formatted(""), "ApiId: !Ref Api, " + event))
                .isEqualTo("template.yaml:4: Resources.Read.Properties.Events.Web.Properties" + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Auth: {DefaultAuthorizer: Jwt} | .Auth.DefaultAuthorizer: there is no authorizer \"Jwt\"; "
                        + "expected one of [] or NONE",
                "Auth: {EnableIamAuthorizer: true} | .Auth.EnableIamAuthorizer: IAM authorization is not supported; "
                        + "expected JWT authorizers",
                "Auth: {Authorizers: {A: {FunctionArn: x}}} | .Auth.Authorizers.A.FunctionArn: FunctionArn is not "
                        + "supported by the local run; expected a JWT authorizer",
                "Auth: {Authorizers: {A: {IdentitySource: $request.querystring.t}}} | .Auth.Authorizers.A"
                        + ".IdentitySource: \"$request.querystring.t\" is not supported; "
                        + "expected $request.header.Authorization",
                "Auth: {Authorizers: {A: {JwtConfiguration: {audience: [x]}}}} | .Auth.Authorizers.A"
                        + ".JwtConfiguration: issuer is missing; expected a value",
                "CorsConfiguration: {AllowCredentials: true, AllowOrigins: ['*']} | .CorsConfiguration"
                        + ".AllowCredentials: credentials are not allowed for every origin; "
                        + "expected AllowOrigins without \"*\"",
                "RouteSettings: {'GET /b': {ThrottlingRateLimit: 1}} | .RouteSettings.GET /b: there is no route "
                        + "\"GET /b\"; expected one of [GET /a]",
                "DefinitionBody: {} | .DefinitionBody: DefinitionBody is not supported by the local run; "
                        + "expected routes in the functions' events",
            })
    void wrongApiIsNamedWithItsPlace(String properties, String message) {
        assertThat(errorOf(properties, "ApiId: !Ref Api, Method: GET, Path: /a"))
                .isEqualTo("template.yaml:3: Resources.Api.Properties" + message);
    }

    @Test
    void routeToAnotherApiIsRefused() {
        assertThat(errorOf("", "Method: GET, Path: /a"))
                .isEqualTo("template.yaml:4: Resources.Read.Properties.Events.Web.Properties: the route leads to "
                        + "another API; expected ApiId: !Ref to the template's AWS::Serverless::HttpApi");
    }

    @Test
    void routeThatTwoEventsTakeIsRefused() {
        String second = function("ApiId: !Ref Api, Method: GET, Path: /a").replace("Read:", "Other:");

        assertThat(Sam.errorOf(sections("", "ApiId: !Ref Api, Method: GET, Path: /a") + second))
                .contains("a second event takes the route GET /a; expected one");
    }

    @Test
    void secondApiIsRefused() {
        assertThat(Sam.errorOf(
                        sections("", "ApiId: !Ref Api, Path: /") + "  Other: {Type: 'AWS::Serverless::HttpApi'}\n"))
                .isEqualTo("template.yaml:5: Resources.Other: a second HTTP API is not supported by the local run; "
                        + "expected one");
    }

    private static Optional<Authorization> guard(String auth, String event) {
        return api(AUTH.formatted(auth), "Path: /, " + event)
                .routes()
                .getFirst()
                .authorization();
    }

    private static HttpApi api(String properties, String event) {
        return Sam.resolve(sections(properties, "ApiId: !Ref Api, " + event)).api();
    }

    private static String errorOf(String properties, String event) {
        return Sam.errorOf(sections(properties, event));
    }

    private static String sections(String properties, String event) {
        return "Resources:\n  " + API.formatted(properties) + "\n" + function(event);
    }

    private static String function(String event) {
        return "  Read: {Type: 'AWS::Serverless::Function', Properties: {Runtime: java25, Handler: a.B, "
                + "CodeUri: a.jar, Events: {Web: {Type: HttpApi, Properties: {" + event + "}}}}}\n";
    }
}
