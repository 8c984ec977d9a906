package dev.warmpath.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.local.template.HttpApi.Authorization;
import dev.warmpath.local.template.HttpApi.JwtAuthorizer;
import dev.warmpath.local.template.HttpApi.Route;
import dev.warmpath.local.template.HttpApi.Throttle;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What this repository's own template comes to. */
class WarmpathTemplateTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Template TEMPLATE = Template.read(ROOT.resolve("template.yaml"));
    private static final Map<String, String> OWN_ISSUER =
            Map.of("JwtIssuer", "http://127.0.0.1:8080", "JwtAudience", "warmpath");
    private static final Map<String, String> VALKEY = Map.of(
            "SharedCache", "valkey",
            "ValkeyEndpoint", "cache.internal:6379",
            "ValkeySubnetIds", "subnet-1,subnet-2",
            "ValkeySecurityGroupIds", "sg-1");

    @Test
    void routesAskForOneScopeEachOfTheGivenIssuer() {
        JwtAuthorizer jwt = new JwtAuthorizer("Jwt", "http://127.0.0.1:8080", List.of("warmpath"));

        assertThat(resolve(OWN_ISSUER).api())
                .isEqualTo(new HttpApi(
                        "$default",
                        List.of(
                                new Route("POST", "/users/batch-get", "BatchGetUsers", guard(jwt, "users:read")),
                                new Route("POST", "/users", "CreateUser", guard(jwt, "users:write")),
                                new Route("DELETE", "/users/{userId}", "DeleteUser", guard(jwt, "users:write")),
                                new Route("GET", "/users/{userId}", "GetUser", guard(jwt, "users:read")),
                                new Route("POST", "/users/import", "ImportUsers", guard(jwt, "admin")),
                                new Route("GET", "/users", "ListUsers", guard(jwt, "admin")),
                                new Route("PATCH", "/users/{userId}", "UpdateUser", guard(jwt, "users:write"))),
                        Optional.empty(),
                        Optional.of(new Throttle(100, 200)),
                        Map.of()));
    }

    @Test
    void readingFunctionIsAsDeclared() {
        assertThat(function(OWN_ISSUER, "GetUser"))
                .isEqualTo(new FunctionSpec(
                        "GetUser",
                        ROOT.resolve("services/users/target/users.jar"),
                        List.of(ROOT.resolve("shared/target/layer.zip")),
                        "dev.warmpath.users.GetUser::handleRequest",
                        512,
                        Duration.ofSeconds(5),
                        Map.ofEntries(
                                Map.entry("STAGE", "dev"),
                                Map.entry("POWERTOOLS_SERVICE_NAME", "users"),
                                Map.entry("POWERTOOLS_METRICS_NAMESPACE", "Warmpath"),
                                Map.entry("SHARED_CACHE", "none"),
                                Map.entry("SHARED_CACHE_TTL_SECONDS", "60"),
                                Map.entry("SHARED_CACHE_TABLE", ""),
                                Map.entry("VALKEY_ENDPOINT", ""),
                                Map.entry("VALKEY_TLS", ""),
                                Map.entry("VALKEY_PASSWORD", ""),
                                Map.entry("USERS_TABLE", "UsersTable"),
                                Map.entry("USERS_CACHE_TTL_SECONDS", "2")),
                        true,
                        OptionalInt.empty(),
                        true,
                        "JSON",
                        "INFO"));
    }

    @Test
    void writingFunctionHasNoCache() {
        FunctionSpec createUser = function(OWN_ISSUER, "CreateUser");

        assertThat(createUser.handler()).isEqualTo("dev.warmpath.users.CreateUser::handleRequest");
        assertThat(createUser.environment())
                .containsEntry("USERS_TABLE", "UsersTable")
                .doesNotContainKey("USERS_CACHE_TTL_SECONDS");
    }

    @Test
    void sharedCacheInATableHasOneThatExpiresItsRows() {
        Map<String, String> parameters = Map.of("SharedCache", "dynamodb");

        assertThat(resolve(parameters).tables())
                .filteredOn(table -> table.name().equals("SharedCacheTable"))
                .singleElement()
                .satisfies(table -> assertThat(table.properties())
                        .containsEntry(
                                "TimeToLiveSpecification", Map.of("AttributeName", "expiresAt", "Enabled", true)));
        assertThat(function(parameters, "GetUser").environment())
                .containsEntry("SHARED_CACHE", "dynamodb")
                .containsEntry("SHARED_CACHE_TABLE", "SharedCacheTable")
                .containsEntry("VALKEY_ENDPOINT", "");
    }

    @Test
    void withoutASharedTableThereIsNone() {
        assertThat(resolve(OWN_ISSUER).tables()).extracting(TableSpec::name).containsExactly("UsersTable");
        assertThat(resolve(VALKEY).tables()).extracting(TableSpec::name).containsExactly("UsersTable");
    }

    @Test
    void sharedCacheOnValkeyIsToldWhereTheServerIs() {
        assertThat(function(with("ValkeyPassword", "sesame"), "GetUser").environment())
                .containsEntry("SHARED_CACHE", "valkey")
                .containsEntry("SHARED_CACHE_TABLE", "")
                .containsEntry("VALKEY_ENDPOINT", "cache.internal:6379")
                .containsEntry("VALKEY_TLS", "true")
                .containsEntry("VALKEY_PASSWORD", "sesame");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ValkeyEndpoint", "ValkeySubnetIds", "ValkeySecurityGroupIds"})
    void valkeyNeedsAWayToIt(String parameter) {
        assertThatThrownBy(() -> resolve(with(parameter, "")))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("SharedCache valkey needs " + parameter);
    }

    @ParameterizedTest
    @CsvSource({
        "ValkeyEndpoint, cache.internal, must be empty or host:port",
        "ValkeySubnetIds, 'subnet-1, subnet-2', 'must be empty or ids of subnets, separated by commas'",
        "ValkeySecurityGroupIds, default, 'must be empty or ids of security groups, separated by commas'"
    })
    void malformedWayToValkeyIsRefused(String parameter, String value, String sentence) {
        assertThatThrownBy(() -> resolve(with(parameter, value)))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining(sentence);
    }

    private static Map<String, String> with(String parameter, String value) {
        Map<String, String> parameters = new HashMap<>(VALKEY);
        parameters.put(parameter, value);
        return parameters;
    }

    @Test
    void scopesAreGrantedByATriggerOnlyWithAnOwnUserPool() {
        assertThat(resolve(Map.of()).functions())
                .extracting(FunctionSpec::name)
                .containsExactly(
                        "BatchGetUsers",
                        "CreateUser",
                        "DeleteUser",
                        "GetUser",
                        "GrantScopes",
                        "ImportUsers",
                        "ListUsers",
                        "UpdateUser");
        assertThat(resolve(OWN_ISSUER).functions())
                .extracting(FunctionSpec::name)
                .containsExactly(
                        "BatchGetUsers",
                        "CreateUser",
                        "DeleteUser",
                        "GetUser",
                        "ImportUsers",
                        "ListUsers",
                        "UpdateUser");
    }

    @Test
    void issuerIsTheUserPoolByDefault() {
        assertThat(resolve(Map.of()).api().routes())
                .extracting(route -> route.authorization().orElseThrow().authorizer())
                .containsOnly(new JwtAuthorizer(
                        "Jwt",
                        "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_UserPool",
                        List.of("UserPoolClient")));
    }

    @Test
    void triggerAnswersWithinCognitosFiveSeconds() {
        assertThat(function(Map.of(), "GrantScopes").timeout()).isLessThanOrEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void everyRouteAnswersBeforeTheGatewayGivesUp() {
        assertThat(resolve(OWN_ISSUER).functions())
                .extracting(FunctionSpec::timeout)
                .allMatch(timeout -> timeout.compareTo(Duration.ofSeconds(30)) < 0);
    }

    @Test
    void usersAreKeyedByTheirIdOnDemandAndRestorable() {
        TableSpec table = resolve(OWN_ISSUER).tables().getFirst();

        assertThat(table.properties())
                .containsEntry("BillingMode", "PAY_PER_REQUEST")
                .containsEntry("KeySchema", List.of(Map.of("AttributeName", "userId", "KeyType", "HASH")))
                .containsEntry("PointInTimeRecoverySpecification", Map.of("PointInTimeRecoveryEnabled", true))
                .containsEntry("SSESpecification", Map.of("SSEEnabled", true));
    }

    @Test
    void statusesAreListedFromAnIndexThatHasWhatAListAnswers() {
        TableSpec table = resolve(OWN_ISSUER).tables().getFirst();

        assertThat(table.properties())
                .containsEntry(
                        "GlobalSecondaryIndexes",
                        List.of(Map.of(
                                "IndexName",
                                "StatusIndex",
                                "KeySchema",
                                List.of(
                                        Map.of("AttributeName", "statusShard", "KeyType", "HASH"),
                                        Map.of("AttributeName", "createdAt", "KeyType", "RANGE")),
                                "Projection",
                                Map.of(
                                        "ProjectionType",
                                        "INCLUDE",
                                        "NonKeyAttributes",
                                        List.of("email", "name", "status", "updatedAt", "version")))));
    }

    @ParameterizedTest
    @CsvSource({"dev, false", "test, false", "prod, true"})
    void tableIsProtectedInProdOnly(String stage, boolean isProtected) {
        assertThat(resolve(Map.of("Stage", stage)).tables().getFirst().properties())
                .containsEntry("DeletionProtectionEnabled", isProtected);
    }

    @Test
    void outputsTellWhereToSignInOnlyWithAnOwnUserPool() {
        assertThat(resolve(Map.of()).outputs()).containsOnlyKeys("ApiUrl", "Issuer", "UserPoolId", "UserPoolClientId");
        assertThat(resolve(OWN_ISSUER).outputs()).containsOnlyKeys("ApiUrl", "Issuer");
    }

    @ParameterizedTest
    @CsvSource({"JwtIssuer, https://id.example.com", "JwtAudience, web"})
    void issuerAndAudienceBelongTogether(String parameter, String value) {
        assertThatThrownBy(() -> resolve(Map.of(parameter, value)))
                .isInstanceOf(TemplateException.class)
                .hasMessageEndingWith(
                        "JwtIssuer and JwtAudience belong together; give both, or none for a Cognito user pool");
    }

    @ParameterizedTest
    @CsvSource({"http://id.example.com", "id.example.com", "ftp://127.0.0.1", "http://127.0.0.1.example.com"})
    void issuerThatIsNotSafeToTrustIsRefused(String issuer) {
        assertThatThrownBy(() -> resolve(Map.of("JwtIssuer", issuer, "JwtAudience", "web")))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("must be empty or the https URL of an OpenID provider");
    }

    private static Optional<Authorization> guard(JwtAuthorizer authorizer, String scope) {
        return Optional.of(new Authorization(authorizer, Set.of(scope)));
    }

    private static FunctionSpec function(Map<String, String> parameters, String name) {
        return resolve(parameters).functions().stream()
                .filter(function -> function.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Application resolve(Map<String, String> parameters) {
        return TEMPLATE.resolve(parameters, Sam.PSEUDO);
    }
}
