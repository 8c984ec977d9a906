package dev.warmpath.local.template;

import dev.warmpath.local.template.Node.Mapping;
import java.util.List;
import java.util.Optional;

/**
 * One declared resource.
 *
 * @param properties with globals merged in, not yet resolved
 */
record Resource(String logicalId, String type, Mapping declaration, Mapping properties) {
    static final String FUNCTION = "AWS::Serverless::Function";
    static final String HTTP_API = "AWS::Serverless::HttpApi";
    static final String LAYER = "AWS::Serverless::LayerVersion";
    static final String TABLE = "AWS::DynamoDB::Table";
    static final String QUEUE = "AWS::SQS::Queue";

    static final String BUCKET = "AWS::S3::Bucket";

    private static final List<String> RUN = List.of(FUNCTION, HTTP_API, LAYER, TABLE, QUEUE, BUCKET);

    /** What only a cloud needs: leaving it out changes nothing in how the application behaves here. */
    private static final List<String> CLOUD_ONLY = List.of(
            "AWS::ApplicationAutoScaling::",
            "AWS::Budgets::",
            "AWS::CertificateManager::",
            "AWS::CloudWatch::",
            "AWS::CodeDeploy::",
            "AWS::Cognito::",
            "AWS::IAM::",
            "AWS::KMS::",
            "AWS::Lambda::Permission",
            "AWS::Logs::",
            "AWS::Route53::",
            "AWS::S3::BucketPolicy",
            "AWS::SQS::QueuePolicy",
            "AWS::WAFv2::",
            "AWS::XRay::");

    static Resource of(String logicalId, Node node, Globals globals) {
        Mapping declaration = node.asMapping();
        String type = Properties.of(declaration).requiredText("Type");
        Mapping own = declaration.find("Properties").map(Node::asMapping).orElseGet(() -> Mapping.empty(node.place()));
        return new Resource(logicalId, type, declaration, globals.applyTo(type, own));
    }

    boolean isA(String wanted) {
        return type.equals(wanted);
    }

    Optional<String> condition() {
        return declaration.find("Condition").map(Node::asText);
    }

    Place place() {
        return declaration.place();
    }

    void requireSupported() {
        if (!RUN.contains(type) && CLOUD_ONLY.stream().noneMatch(type::startsWith)) {
            throw Properties.of(declaration)
                    .at("Type")
                    .error("\"" + type + "\" is not supported by the local run; expected one of "
                            + String.join(", ", RUN));
        }
    }
}
