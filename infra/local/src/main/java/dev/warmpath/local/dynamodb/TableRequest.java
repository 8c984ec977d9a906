package dev.warmpath.local.dynamodb;

import dev.warmpath.local.template.TableSpec;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveSpecification;

/**
 * Turns a table's CloudFormation properties into requests to DynamoDB.
 *
 * <p>Every table is made on demand whatever its billing mode, since a local run has no capacity to limit.
 *
 * <p>Source: <a
 * href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html">
 * AWS::DynamoDB::Table</a>.
 */
final class TableRequest {
    private TableRequest() {}

    static CreateTableRequest of(TableSpec spec) {
        Fields table = new Fields(spec.logicalId(), spec.properties());
        CreateTableRequest.Builder request = CreateTableRequest.builder()
                .tableName(spec.name())
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(table.list("AttributeDefinitions").stream()
                        .map(TableRequest::attribute)
                        .toList())
                .keySchema(key(table));
        List<Fields> global = table.list("GlobalSecondaryIndexes");
        if (!global.isEmpty()) {
            request.globalSecondaryIndexes(
                    global.stream().map(TableRequest::globalIndex).toList());
        }
        List<Fields> local = table.list("LocalSecondaryIndexes");
        if (!local.isEmpty()) {
            request.localSecondaryIndexes(
                    local.stream().map(TableRequest::localIndex).toList());
        }
        table.child("StreamSpecification").ifPresent(stream -> request.streamSpecification(stream(stream)));
        return request.build();
    }

    /** What DynamoDB takes in a request of its own, once the table exists. */
    static Optional<TimeToLiveSpecification> timeToLive(TableSpec spec) {
        return new Fields(spec.logicalId(), spec.properties())
                .child("TimeToLiveSpecification")
                .filter(setting -> setting.text("Enabled").equals("true"))
                .map(setting -> TimeToLiveSpecification.builder()
                        .enabled(true)
                        .attributeName(setting.text("AttributeName"))
                        .build());
    }

    private static AttributeDefinition attribute(Fields attribute) {
        return AttributeDefinition.builder()
                .attributeName(attribute.text("AttributeName"))
                .attributeType(attribute.text("AttributeType"))
                .build();
    }

    private static List<KeySchemaElement> key(Fields owner) {
        return owner.list("KeySchema").stream().map(TableRequest::keyElement).toList();
    }

    private static KeySchemaElement keyElement(Fields element) {
        return KeySchemaElement.builder()
                .attributeName(element.text("AttributeName"))
                .keyType(element.text("KeyType"))
                .build();
    }

    private static GlobalSecondaryIndex globalIndex(Fields index) {
        return GlobalSecondaryIndex.builder()
                .indexName(index.text("IndexName"))
                .keySchema(key(index))
                .projection(projection(index))
                .build();
    }

    private static LocalSecondaryIndex localIndex(Fields index) {
        return LocalSecondaryIndex.builder()
                .indexName(index.text("IndexName"))
                .keySchema(key(index))
                .projection(projection(index))
                .build();
    }

    private static Projection projection(Fields index) {
        Fields projection = index.child("Projection").orElseThrow(() -> index.missing("Projection"));
        Projection.Builder builder = Projection.builder().projectionType(projection.text("ProjectionType"));
        List<String> attributes = projection.texts("NonKeyAttributes");
        return attributes.isEmpty()
                ? builder.build()
                : builder.nonKeyAttributes(attributes).build();
    }

    private static StreamSpecification stream(Fields stream) {
        return StreamSpecification.builder()
                .streamEnabled(true)
                .streamViewType(stream.text("StreamViewType"))
                .build();
    }
}
