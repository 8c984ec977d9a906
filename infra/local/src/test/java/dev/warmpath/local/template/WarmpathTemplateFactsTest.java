package dev.warmpath.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.local.template.Node.Mapping;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** House rules for this repository's own template that no linter knows. */
class WarmpathTemplateFactsTest {
    private static final RawTemplate TEMPLATE = RawTemplate.read();

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
        assertThat(TEMPLATE.ofType(Resource.FUNCTION))
                .allSatisfy(function -> assertThat(function.declaration()
                                .find("Properties")
                                .orElseThrow()
                                .asMapping()
                                .value())
                        .containsKeys("MemorySize", "Timeout"));
    }

    /** SAM lets what a function declares itself call its alias; what is declared beside it would call the version that changes. */
    @Test
    void everyEventSourceIsDeclaredWithItsFunctionSoThatItCallsTheAlias() {
        assertThat(TEMPLATE.resources())
                .extracting(Resource::type)
                .doesNotContain(
                        "AWS::ApiGatewayV2::Integration",
                        "AWS::ApiGatewayV2::Route",
                        "AWS::Events::Rule",
                        "AWS::Lambda::EventSourceMapping",
                        "AWS::Scheduler::Schedule");
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

        assertThat(groups).doesNotHaveDuplicates().isSubsetOf(TEMPLATE.ids("AWS::Logs::LogGroup"));
    }

    @Test
    void everyLogGroupIsKeptForALimitedTime() {
        assertThat(TEMPLATE.of("AWS::Logs::LogGroup"))
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
        assertThat(TEMPLATE.of("AWS::IAM::Role"))
                .allSatisfy(role -> assertThat(role.value().toString()).doesNotContain(":aws:policy/"));
    }

    @Test
    void onlyTracesAndNetworkInterfacesAreAllowedOnEveryResource() {
        assertThat(TEMPLATE.statements().filter(WarmpathTemplateFactsTest::isOnEverything))
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
    void accessLogNamesNoCaller() {
        String format = new Properties(TEMPLATE.of(Resource.HTTP_API).getFirst())
                .child("AccessLogSettings")
                .requiredText("Format");

        assertThat(format).contains("$context.requestId").doesNotContain("sourceIp", "userAgent", "claims");
    }

    @Test
    void signUpIsForAdministratorsOnly() {
        assertThat(TEMPLATE.of("AWS::Cognito::UserPool").getFirst().value())
                .containsEntry("AdminCreateUserConfig", Map.of("AllowAdminCreateUserOnly", true));
    }

    @Test
    void triggerAndItsPermissionNameTheAliasThatHasASnapshot() {
        Map<String, String> alias = Map.of("Ref", "GrantScopes.Alias");

        assertThat(TEMPLATE.of("AWS::Cognito::UserPool").getFirst().value())
                .containsEntry(
                        "LambdaConfig",
                        Map.of("PreTokenGenerationConfig", Map.of("LambdaArn", alias, "LambdaVersion", "V2_0")));
        assertThat(TEMPLATE.of("AWS::Lambda::Permission").getFirst().value()).containsEntry("FunctionName", alias);
    }

    private static boolean isOnEverything(Properties statement) {
        Object resource = statement.mapping().value().get("Resource");
        return resource.equals("*") || resource instanceof List<?> list && list.contains("*");
    }

    private static List<Mapping> functions() {
        return TEMPLATE.of(Resource.FUNCTION);
    }
}
