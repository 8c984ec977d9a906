package dev.warmpath.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.local.template.HttpApi.Authorization;
import dev.warmpath.local.template.HttpApi.JwtAuthorizer;
import dev.warmpath.local.template.HttpApi.Route;
import dev.warmpath.local.template.HttpApi.Throttle;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
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

    private static final String ROUTES = """
            POST   /users                     CreateUser        users:write
            GET    /users                     ListUsers         admin
            POST   /users/batch-get           BatchGetUsers     users:read
            POST   /users/import              ImportUsers       admin
            GET    /users/{userId}            GetUser           users:read
            PATCH  /users/{userId}            UpdateUser        users:write
            DELETE /users/{userId}            DeleteUser        users:write
            PUT    /inventory                 PutInventory      admin
            POST   /inventory/batch-get       BatchGetInventory orders:read
            POST   /orders                    PlaceOrder        orders:write
            GET    /orders                    ListOrders        orders:read
            POST   /orders/batch              PlaceOrders       orders:write
            GET    /orders/{orderId}          GetOrder          orders:read
            GET    /orders/{orderId}/details  GetOrderDetails   orders:read
            POST   /orders/{orderId}/cancel   CancelOrder       orders:write
            """;

    @Test
    void routesAskForOneScopeEachOfTheGivenIssuerAndOneIsPublic() {
        JwtAuthorizer jwt = new JwtAuthorizer("Jwt", "http://127.0.0.1:8080", List.of("warmpath"));
        List<Route> routes =
                new ArrayList<>(List.of(new Route("GET", "/products/{sku}", "GetProduct", Optional.empty())));
        ROUTES.lines()
                .map(line -> line.split(" +"))
                .forEach(row -> routes.add(
                        new Route(row[0], row[1], row[2], Optional.of(new Authorization(jwt, Set.of(row[3]))))));

        HttpApi api = resolve(OWN_ISSUER).api();

        assertThat(api.routes()).containsExactlyInAnyOrderElementsOf(routes);
        assertThat(api.throttle()).contains(new Throttle(100, 200));
        assertThat(api.routeThrottles()).isEmpty();
        assertThat(api.cors()).isEmpty();
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
                                Map.entry("PRIMING_PASSES", "300"),
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
                        "INFO",
                        "WARN"));
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
        assertThat(List.of(resolve(OWN_ISSUER), resolve(VALKEY)))
                .allSatisfy(application -> assertThat(application.tables())
                        .extracting(TableSpec::name)
                        .containsExactlyInAnyOrder("UsersTable", "OrdersTable", "RevenueTable"));
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
        assertThat(names(resolve(Map.of()))).contains("GrantScopes");
        assertThat(names(resolve(OWN_ISSUER))).doesNotContain("GrantScopes");
    }

    @Test
    void everyOtherFunctionHasARouteOrAnotherEventSource() {
        Application application = resolve(OWN_ISSUER);

        assertThat(Stream.of(
                                application.api().routes().stream().map(Route::function),
                                application.queueMappings().stream().map(QueueMapping::function),
                                application.streams().stream().map(StreamMapping::function),
                                application.schedules().stream().map(ScheduleSpec::function))
                        .flatMap(functions -> functions))
                .containsExactlyInAnyOrderElementsOf(names(application));
    }

    private static List<String> names(Application application) {
        return application.functions().stream().map(FunctionSpec::name).toList();
    }

    @Test
    void issuerIsTheUserPoolByDefault() {
        assertThat(resolve(Map.of()).api().routes())
                .flatExtracting(route -> route.authorization().stream().toList())
                .extracting(Authorization::authorizer)
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
        assertThat(resolve(OWN_ISSUER).api().routes())
                .extracting(route -> function(OWN_ISSUER, route.function()).timeout())
                .allMatch(timeout -> timeout.compareTo(Duration.ofSeconds(30)) < 0);
    }

    @Test
    void usersAreKeyedByTheirIdOnDemandAndRestorable() {
        TableSpec table = table(OWN_ISSUER, "UsersTable");

        assertThat(table.properties())
                .containsEntry("BillingMode", "PAY_PER_REQUEST")
                .containsEntry("KeySchema", List.of(Map.of("AttributeName", "userId", "KeyType", "HASH")))
                .containsEntry("PointInTimeRecoverySpecification", Map.of("PointInTimeRecoveryEnabled", true))
                .containsEntry("SSESpecification", Map.of("SSEEnabled", true));
    }

    @Test
    void statusesAreListedFromAnIndexThatHasWhatAListAnswers() {
        TableSpec table = table(OWN_ISSUER, "UsersTable");

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
    void tablesAreProtectedInProdOnly(String stage, boolean isProtected) {
        assertThat(resolve(Map.of("Stage", stage)).tables())
                .hasSize(3)
                .allSatisfy(table ->
                        assertThat(table.properties()).containsEntry("DeletionProtectionEnabled", isProtected));
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

    private static FunctionSpec function(Map<String, String> parameters, String name) {
        return resolve(parameters).functions().stream()
                .filter(function -> function.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static TableSpec table(Map<String, String> parameters, String name) {
        return resolve(parameters).tables().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Application resolve(Map<String, String> parameters) {
        return TEMPLATE.resolve(parameters, Sam.PSEUDO);
    }
}
