package dev.warmpath.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import dev.warmpath.local.template.Node.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** House rules for this repository's own template that no linter knows. */
class WarmpathTemplateFactsTest {
    private static List<Resource> resources;

    @BeforeAll
    static void readTemplate() throws IOException {
        Mapping sections = YamlReader.read("template.yaml", Files.readString(Path.of("../../template.yaml")))
                .asMapping();
        Globals globals = new Globals(section(sections, "Globals"));
        resources = section(sections, "Resources").entries().entrySet().stream()
                .map(entry -> Resource.of(entry.getKey(), entry.getValue(), globals))
                .toList();
    }

    @Test
    void everyFunctionRunsFromASnapshotOfItsPublishedVersion() {
        assertThat(functions())
                .hasSizeGreaterThan(2)
                .allSatisfy(function -> assertThat(function.value())
                        .containsEntry("Runtime", "java25")
                        .containsEntry("Architectures", List.of("arm64"))
                        .containsEntry("SnapStart", Map.of("ApplyOn", "PublishedVersions"))
                        .containsEntry("AutoPublishAlias", "live")
                        .containsEntry("AutoPublishAliasAllProperties", true));
    }

    @Test
    void everyFunctionStatesItsOwnMemoryAndTimeout() {
        assertThat(own(Resource.FUNCTION))
                .allSatisfy(function -> assertThat(function.value()).containsKeys("MemorySize", "Timeout"));
    }

    @Test
    void noFunctionTouchesTheTieringOfItsJvm() {
        assertThat(functions())
                .allSatisfy(function -> assertThat(function.value().toString())
                        .doesNotContain("TieredStopAtLevel")
                        .doesNotContain("JAVA_TOOL_OPTIONS"));
    }

    @Test
    void everyFunctionLogsToItsOwnGroup() {
        List<String> groups = functions().stream()
                .map(function -> new Properties(function)
                        .child("LoggingConfig")
                        .child("LogGroup")
                        .requiredText("Ref"))
                .toList();

        assertThat(groups).doesNotHaveDuplicates().isSubsetOf(ids("AWS::Logs::LogGroup"));
    }

    @Test
    void everyLogGroupIsKeptForALimitedTime() {
        assertThat(of("AWS::Logs::LogGroup"))
                .hasSize(functions().size() + 1)
                .allSatisfy(group ->
                        assertThat(group.value()).containsEntry("RetentionInDays", Map.of("Ref", "LogRetentionDays")));
    }

    @Test
    void everyFunctionHasARoleOfItsOwn() {
        List<Object> roles = functions().stream()
                .map(function -> function.value().get("Role"))
                .toList();

        assertThat(roles).doesNotHaveDuplicates().doesNotContainNull();
        assertThat(functions())
                .allSatisfy(function -> assertThat(function.value()).doesNotContainKey("Policies"));
    }

    @Test
    void noRoleTakesAPolicyThatAwsWrote() {
        assertThat(of("AWS::IAM::Role"))
                .allSatisfy(role -> assertThat(role.value().toString()).doesNotContain(":aws:policy/"));
    }

    @Test
    void onlyTracesAndNetworkInterfacesAreAllowedOnEveryResource() {
        assertThat(statements().filter(WarmpathTemplateFactsTest::isOnEverything))
                .extracting(statement -> statement.texts("Action"))
                .containsExactlyInAnyOrder(
                        List.of("xray:PutTraceSegments", "xray:PutTelemetryRecords"),
                        List.of(
                                "ec2:CreateNetworkInterface",
                                "ec2:DescribeNetworkInterfaces",
                                "ec2:DescribeSubnets",
                                "ec2:DeleteNetworkInterface",
                                "ec2:AssignPrivateIpAddresses",
                                "ec2:UnassignPrivateIpAddresses"));
    }

    @Test
    void everyRoleLetsItsFunctionIntoTheNetworkOfTheCache() {
        assertThat(of("AWS::IAM::Role"))
                .allSatisfy(role -> assertThat(role.value().get("ManagedPolicyArns"))
                        .asInstanceOf(LIST)
                        .contains(onlyIf("CachesOnValkey", "NetworkPolicy")));
    }

    @Test
    void noActionIsAWildcard() {
        assertThat(statements().flatMap(statement -> statement.texts("Action").stream()))
                .isNotEmpty()
                .noneMatch(action -> action.contains("*"));
    }

    @Test
    void usersTableIsReachedByOneActionPerFunction() {
        assertThat(statements()
                        .filter(statement ->
                                statement.mapping().value().get("Resource").equals(arnOf("UsersTable")))
                        .map(statement -> statement.texts("Action")))
                .containsExactlyInAnyOrder(
                        List.of("dynamodb:PutItem"),
                        List.of("dynamodb:GetItem"),
                        List.of("dynamodb:BatchGetItem"),
                        List.of("dynamodb:BatchWriteItem"),
                        List.of("dynamodb:UpdateItem"),
                        List.of("dynamodb:DeleteItem"));
    }

    @Test
    void statusIndexIsOnlyQueried() {
        assertThat(statements()
                        .filter(statement -> statement
                                .mapping()
                                .value()
                                .get("Resource")
                                .toString()
                                .contains("/index/"))
                        .map(statement -> statement.mapping().value()))
                .containsExactly(Map.of(
                        "Effect", "Allow",
                        "Action", "dynamodb:Query",
                        "Resource", Map.of("Fn::Sub", "${UsersTable.Arn}/index/StatusIndex")));
    }

    @Test
    void accessLogNamesNoCaller() {
        String format = new Properties(of(Resource.HTTP_API).getFirst())
                .child("AccessLogSettings")
                .requiredText("Format");

        assertThat(format).contains("$context.requestId").doesNotContain("sourceIp", "userAgent", "claims");
    }

    @Test
    void signUpIsForAdministratorsOnly() {
        assertThat(of("AWS::Cognito::UserPool").getFirst().value())
                .containsEntry("AdminCreateUserConfig", Map.of("AllowAdminCreateUserOnly", true));
    }

    @Test
    void triggerAndItsPermissionNameTheAliasThatHasASnapshot() {
        Map<String, String> alias = Map.of("Ref", "GrantScopes.Alias");

        assertThat(of("AWS::Cognito::UserPool").getFirst().value())
                .containsEntry(
                        "LambdaConfig",
                        Map.of("PreTokenGenerationConfig", Map.of("LambdaArn", alias, "LambdaVersion", "V2_0")));
        assertThat(of("AWS::Lambda::Permission").getFirst().value()).containsEntry("FunctionName", alias);
    }

    private static Stream<Properties> statements() {
        return Stream.of("AWS::IAM::Role", "AWS::IAM::ManagedPolicy")
                .flatMap(type -> of(type).stream())
                .flatMap(WarmpathTemplateFactsTest::documents)
                .flatMap(document -> document.node("Statement").orElseThrow().asItems().stream())
                .map(Properties::of);
    }

    private static Stream<Properties> documents(Mapping owner) {
        Properties properties = new Properties(owner);
        return properties.has("PolicyDocument")
                ? Stream.of(properties.child("PolicyDocument"))
                : properties.node("Policies").orElseThrow().asItems().stream()
                        .map(policy -> Properties.of(policy).child("PolicyDocument"));
    }

    private static boolean isOnEverything(Properties statement) {
        Object resource = statement.mapping().value().get("Resource");
        return resource.equals("*") || resource instanceof List<?> list && list.contains("*");
    }

    private static Map<String, Object> arnOf(String table) {
        return Map.of("Fn::GetAtt", List.of(table, "Arn"));
    }

    private static Map<String, Object> onlyIf(String condition, String resource) {
        return Map.of("Fn::If", List.of(condition, Map.of("Ref", resource), Map.of("Ref", "AWS::NoValue")));
    }

    private static List<Mapping> functions() {
        return of(Resource.FUNCTION);
    }

    private static List<Mapping> of(String type) {
        return resources.stream()
                .filter(resource -> resource.isA(type))
                .map(Resource::properties)
                .toList();
    }

    private static List<Mapping> own(String type) {
        return resources.stream()
                .filter(resource -> resource.isA(type))
                .map(resource ->
                        resource.declaration().find("Properties").orElseThrow().asMapping())
                .toList();
    }

    private static List<String> ids(String type) {
        return resources.stream()
                .filter(resource -> resource.isA(type))
                .map(Resource::logicalId)
                .toList();
    }

    private static Mapping section(Mapping sections, String name) {
        return sections.find(name).orElseThrow().asMapping();
    }
}
