package dev.warmpath.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import dev.warmpath.local.template.Node.Mapping;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What each function of this repository's template may do, and that it may do nothing else. */
class LeastPrivilegeTest {
    private static final RawTemplate TEMPLATE = RawTemplate.read();

    /** Besides its log group and its traces, which all have. */
    private static final String PERMISSIONS = """
            CreateUser         dynamodb:PutItem            UsersTable
            GetUser            dynamodb:GetItem            UsersTable
            UpdateUser         dynamodb:UpdateItem         UsersTable
            DeleteUser         dynamodb:DeleteItem         UsersTable
            ListUsers          dynamodb:Query              UsersTable/index/StatusIndex
            BatchGetUsers      dynamodb:BatchGetItem       UsersTable
            ImportUsers        dynamodb:BatchWriteItem     UsersTable
            PutInventory       dynamodb:BatchGetItem       OrdersTable
            PutInventory       dynamodb:BatchWriteItem     OrdersTable
            PutInventory       dynamodb:UpdateItem         OrdersTable
            BatchGetInventory  dynamodb:BatchGetItem       OrdersTable
            GetProduct         dynamodb:GetItem            OrdersTable
            PlaceOrder         dynamodb:PutItem            OrdersTable
            PlaceOrder         sqs:SendMessage             OrdersQueue
            PlaceOrders        dynamodb:BatchWriteItem     OrdersTable
            PlaceOrders        dynamodb:PutItem            OrdersTable
            PlaceOrders        sqs:SendMessage             OrdersQueue
            GetOrder           dynamodb:GetItem            OrdersTable
            ListOrders         dynamodb:Query              OrdersTable/index/GSI2
            GetOrderDetails    dynamodb:BatchGetItem       OrdersTable
            GetOrderDetails    dynamodb:GetItem            OrdersTable
            GetOrderDetails    dynamodb:GetItem            UsersTable
            CancelOrder        dynamodb:GetItem            OrdersTable
            CancelOrder        dynamodb:UpdateItem         OrdersTable
            CancelOrder        dynamodb:ConditionCheckItem UsersTable
            CancelOrder        dynamodb:GetItem            UsersTable
            FulfilOrders       sqs:ChangeMessageVisibility OrdersQueue
            FulfilOrders       sqs:DeleteMessage           OrdersQueue
            FulfilOrders       sqs:GetQueueAttributes      OrdersQueue
            FulfilOrders       sqs:ReceiveMessage          OrdersQueue
            FulfilOrders       dynamodb:BatchGetItem       OrdersTable
            FulfilOrders       dynamodb:UpdateItem         OrdersTable
            FulfilOrders       dynamodb:BatchGetItem       UsersTable
            RequeueStaleOrders dynamodb:Query              OrdersTable/index/GSI1
            RequeueStaleOrders dynamodb:BatchGetItem       OrdersTable
            RequeueStaleOrders dynamodb:UpdateItem         OrdersTable
            RequeueStaleOrders sqs:SendMessage             OrdersQueue
            RequeueStaleOrders sqs:GetQueueAttributes      OrdersDeadLetterQueue
            ProjectRevenue     dynamodb:DescribeStream     OrdersTable.StreamArn
            ProjectRevenue     dynamodb:GetRecords         OrdersTable.StreamArn
            ProjectRevenue     dynamodb:GetShardIterator   OrdersTable.StreamArn
            ProjectRevenue     dynamodb:ListStreams        OrdersTable/stream/*
            ProjectRevenue     dynamodb:PutItem            RevenueTable
            ProjectRevenue     dynamodb:UpdateItem         RevenueTable
            ProjectRevenue     sqs:SendMessage             UnprojectedQueue
            MeterOrders        dynamodb:DescribeStream     OrdersTable.StreamArn
            MeterOrders        dynamodb:GetRecords         OrdersTable.StreamArn
            MeterOrders        dynamodb:GetShardIterator   OrdersTable.StreamArn
            MeterOrders        dynamodb:ListStreams        OrdersTable/stream/*
            DailyReport        dynamodb:Scan               OrdersTable
            DailyReport        s3:PutObject                ReportsBucket/*
            """;

    /** What functions with a cache besides may do with the table that shares it, where there is one. */
    private static final String CACHES = """
            CreateUser         SharedCacheWritePolicy
            GetUser            SharedCacheReadPolicy
            GetUser            SharedCacheWritePolicy
            UpdateUser         SharedCacheWritePolicy
            DeleteUser         SharedCacheWritePolicy
            BatchGetUsers      SharedCacheReadPolicy
            BatchGetUsers      SharedCacheWritePolicy
            ImportUsers        SharedCacheWritePolicy
            BatchGetInventory  SharedCacheReadPolicy
            BatchGetInventory  SharedCacheWritePolicy
            GetProduct         SharedCacheReadPolicy
            GetProduct         SharedCacheWritePolicy
            FulfilOrders       SharedCacheReadPolicy
            FulfilOrders       SharedCacheWritePolicy
            ProjectRevenue     SharedCacheWritePolicy
            """;

    @Test
    void everyFunctionMayDoWhatTheTableSaysAndNothingElse() {
        assertThat(functions().flatMap(LeastPrivilegeTest::permissions))
                .containsExactlyInAnyOrderElementsOf(rows(PERMISSIONS));
    }

    @Test
    void onlyTheReportScans() {
        assertThat(functions()
                        .flatMap(LeastPrivilegeTest::permissions)
                        .filter(permission -> permission.contains(":Scan")))
                .containsExactly("DailyReport dynamodb:Scan OrdersTable");
    }

    @Test
    void everyFunctionSharesTheCacheAsFarAsItUsesIt() {
        assertThat(functions().flatMap(LeastPrivilegeTest::cachePolicies))
                .containsExactlyInAnyOrderElementsOf(rows(CACHES));
    }

    @Test
    void everyFunctionWritesItsOwnLogAndTracesAndReachesTheNetworkOfTheCache() {
        assertThat(functions()).allSatisfy(function -> {
            Mapping role = role(function);
            assertThat(RawTemplate.statements(role).filter(LeastPrivilegeTest::isOfLogs))
                    .singleElement()
                    .satisfies(statement -> assertThat(statement.mapping().value())
                            .isEqualTo(Map.of(
                                    "Effect", "Allow",
                                    "Action", List.of("logs:CreateLogStream", "logs:PutLogEvents"),
                                    "Resource", Map.of("Fn::GetAtt", List.of(logGroup(function), "Arn")))));
            assertThat(role.value().get("ManagedPolicyArns"))
                    .asInstanceOf(LIST)
                    .contains(ref("TracingPolicy"), onlyIf("CachesOnValkey", "NetworkPolicy"));
        });
    }

    @Test
    void everyRoleIsForLambdaAlone() {
        assertThat(TEMPLATE.of("AWS::IAM::Role"))
                .hasSameSizeAs(TEMPLATE.ids(Resource.FUNCTION))
                .allSatisfy(role -> assertThat(role.value().get("AssumeRolePolicyDocument"))
                        .isEqualTo(Map.of(
                                "Version",
                                "2012-10-17",
                                "Statement",
                                List.of(Map.of(
                                        "Effect", "Allow",
                                        "Principal", Map.of("Service", "lambda.amazonaws.com"),
                                        "Action", "sts:AssumeRole")))));
    }

    @Test
    void everyStatementAllowsWithoutAWildcard() {
        assertThat(TEMPLATE.statements()).isNotEmpty().allSatisfy(statement -> {
            assertThat(statement.requiredText("Effect")).isEqualTo("Allow");
            assertThat(statement.texts("Action")).isNotEmpty().noneMatch(action -> action.contains("*"));
        });
    }

    private static Stream<Resource> functions() {
        return TEMPLATE.ofType(Resource.FUNCTION).stream();
    }

    private static Mapping role(Resource function) {
        Map<?, ?> role = (Map<?, ?>) function.properties().value().get("Role");
        assertThat(role.get("Fn::GetAtt")).isEqualTo(List.of(function.logicalId() + "Role", "Arn"));
        return TEMPLATE.properties(function.logicalId() + "Role");
    }

    private static String logGroup(Resource function) {
        return new Properties(function.properties())
                .child("LoggingConfig")
                .child("LogGroup")
                .requiredText("Ref");
    }

    private static Stream<String> permissions(Resource function) {
        return RawTemplate.statements(role(function))
                .filter(statement -> !isOfLogs(statement))
                .flatMap(statement -> statement.texts("Action").stream()
                        .map(action -> function.logicalId() + " " + action + " "
                                + resource(statement.mapping().value().get("Resource"))));
    }

    private static boolean isOfLogs(Properties statement) {
        return statement.texts("Action").getFirst().startsWith("logs:");
    }

    /** The short form of an ARN: the one of a resource itself is its name, a part of it is behind a slash. */
    private static String resource(Object arn) {
        Map<?, ?> function = (Map<?, ?>) arn;
        return function.containsKey("Fn::Sub")
                ? function.get("Fn::Sub").toString().replaceFirst("\\$\\{(\\w+)\\.Arn}", "$1")
                : ((List<?>) function.get("Fn::GetAtt"))
                        .stream()
                                .map(Object::toString)
                                .collect(Collectors.joining("."))
                                .replaceFirst("\\.Arn$", "");
    }

    private static Stream<String> cachePolicies(Resource function) {
        List<?> policies = (List<?>) role(function).value().get("ManagedPolicyArns");
        return Stream.of("SharedCacheReadPolicy", "SharedCacheWritePolicy")
                .filter(policy -> policies.contains(onlyIf("CachesInTable", policy)))
                .map(policy -> function.logicalId() + " " + policy);
    }

    private static Map<String, Object> onlyIf(String condition, String resource) {
        return Map.of("Fn::If", List.of(condition, ref(resource), ref("AWS::NoValue")));
    }

    private static Map<String, Object> ref(String resource) {
        return Map.of("Ref", resource);
    }

    private static List<String> rows(String table) {
        return table.lines().map(line -> line.replaceAll(" +", " ")).toList();
    }
}
