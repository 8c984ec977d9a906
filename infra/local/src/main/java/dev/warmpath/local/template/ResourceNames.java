package dev.warmpath.local.template;

import dev.warmpath.local.template.Node.Mapping;
import dev.warmpath.local.template.Node.Scalar;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code Ref} and {@code Fn::GetAtt} answer for resources in a local run: names are the logical ids, and ARNs look
 * like those of AWS.
 *
 * <p>Source: the return values on the page of each resource type, and <a
 * href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources-function.html">
 * CloudFormation resources generated for a function</a>.
 */
final class ResourceNames implements Names {
    /** The properties with which a template names resources itself. */
    private static final Map<String, String> NAME_PROPERTIES = Map.of(
            Resource.FUNCTION, "FunctionName",
            Resource.TABLE, "TableName",
            Resource.LAYER, "LayerName",
            Resource.QUEUE, "QueueName",
            Resource.BUCKET, "BucketName");

    private static final Pattern GENERATED_BY_FUNCTION =
            Pattern.compile("(?<function>\\w+?)(\\.Alias|\\.Version|Role|Alias\\w+)");

    private final ParameterNames parameters;
    private final Resources resources;
    private final Intrinsics intrinsics;

    ResourceNames(ParameterNames parameters, Resources resources, Mapping mappings, Conditions conditions) {
        this.parameters = parameters;
        this.resources = resources;
        this.intrinsics = new Intrinsics(this, mappings, conditions::holds);
    }

    Intrinsics intrinsics() {
        return intrinsics;
    }

    @Override
    public Optional<Node> ref(String name, Place at) {
        if (parameters.knows(name)) {
            return parameters.ref(name, at);
        }
        return Optional.of(Scalar.text(at, physicalId(name, at)));
    }

    @Override
    public Node attribute(String logicalId, String attribute, Place at) {
        return Scalar.text(
                at,
                resources
                        .find(logicalId)
                        .map(resource -> attribute(active(resource, at), attribute))
                        .orElseGet(() -> generated(logicalId, at)));
    }

    private String physicalId(String name, Place at) {
        return resources
                .find(name)
                .map(resource -> physicalId(active(resource, at)))
                .orElseGet(() -> generated(name, at));
    }

    private String generated(String name, Place at) {
        Resource function = active(owner(name).orElseThrow(() -> unknown(name, at)), at);
        return name.endsWith("Role") ? arn("iam", "role/" + name) : attribute(function, "Alias");
    }

    private String physicalId(Resource resource) {
        return switch (resource.type()) {
            case Resource.HTTP_API -> resource.logicalId().toLowerCase(Locale.ROOT);
            case Resource.LAYER -> arn("lambda", "layer:" + name(resource) + ":1");
            case Resource.QUEUE -> queueUrl(resource);
            case Resource.BUCKET -> bucketName(resource);
            case "AWS::Cognito::UserPool" -> userPool(resource);
            default -> name(resource);
        };
    }

    private String attribute(Resource resource, String attribute) {
        return switch (resource.type() + "." + attribute) {
            case Resource.TABLE + ".Arn" -> arn("dynamodb", "table/" + name(resource));
            case Resource.TABLE + ".StreamArn" -> arn("dynamodb", "table/" + name(resource) + "/stream/local");
            case Resource.QUEUE + ".Arn" -> arn("sqs", queueName(resource));
            case Resource.QUEUE + ".QueueName" -> queueName(resource);
            case Resource.QUEUE + ".QueueUrl" -> queueUrl(resource);
            case Resource.BUCKET + ".Arn" -> "arn:aws:s3:::" + bucketName(resource);
            case Resource.FUNCTION + ".Arn" -> arn("lambda", "function:" + name(resource));
            case Resource.FUNCTION + ".Alias" -> aliasArn(resource);
            case Resource.FUNCTION + ".Version" -> arn("lambda", "function:" + name(resource) + ":1");
            case Resource.HTTP_API + ".ApiEndpoint" ->
                "https://" + physicalId(resource) + ".execute-api." + region() + ".amazonaws.com";
            case "AWS::Cognito::UserPool.ProviderName" ->
                "cognito-idp." + region() + ".amazonaws.com/" + userPool(resource);
            case "AWS::Cognito::UserPool.ProviderURL" ->
                "https://cognito-idp." + region() + ".amazonaws.com/" + userPool(resource);
            default -> attribute.equals("Arn") ? anyArn(resource) : resource.logicalId() + "." + attribute;
        };
    }

    private String name(Resource resource) {
        return Optional.ofNullable(NAME_PROPERTIES.get(resource.type()))
                .flatMap(resource.properties()::find)
                .flatMap(intrinsics::resolve)
                .map(Node::asText)
                .orElse(resource.logicalId());
    }

    /** The resource, which must not be left out where something refers to it. */
    Resource active(Resource resource, Place at) {
        if (resources.isActive(resource)) {
            return resource;
        }
        throw at.error("\"" + resource.logicalId() + "\" is left out by its condition "
                + resource.condition().orElseThrow() + "; expected a reference under the same condition");
    }

    /** The function that SAM generates such a resource for. */
    Optional<Resource> owner(String name) {
        Matcher generated = GENERATED_BY_FUNCTION.matcher(name);
        return Optional.of(generated)
                .filter(Matcher::matches)
                .flatMap(found -> resources.find(found.group("function")))
                .filter(resource -> resource.isA(Resource.FUNCTION));
    }

    static TemplateException unknown(String name, Place at) {
        return at.error("there is no \"" + name + "\"; expected a parameter, a pseudo parameter or a resource");
    }

    private String aliasArn(Resource function) {
        Node alias = function.properties()
                .find("AutoPublishAlias")
                .orElseThrow(() -> function.place().error("something refers to the alias; expected AutoPublishAlias"));
        return arn(
                "lambda",
                "function:" + name(function) + ":" + intrinsics.require(alias).asText());
    }

    private String anyArn(Resource resource) {
        String service = resource.type().split("::")[1].toLowerCase(Locale.ROOT);
        return arn(service, resource.logicalId());
    }

    /** The name of a FIFO queue ends in {@code .fifo}, also where CloudFormation makes it up. */
    private String queueName(Resource queue) {
        String name = name(queue);
        boolean madeUp = queue.properties().find("QueueName").isEmpty();
        return madeUp && isFifo(queue) ? name + QueueReader.FIFO_SUFFIX : name;
    }

    private boolean isFifo(Resource queue) {
        return queue.properties()
                .find("FifoQueue")
                .flatMap(intrinsics::resolve)
                .map(Node::asText)
                .filter("true"::equals)
                .isPresent();
    }

    /** One that CloudFormation makes up is in lower case, as names of buckets are, and cut to their length. */
    private String bucketName(Resource bucket) {
        String name = name(bucket);
        boolean madeUp = bucket.properties().find("BucketName").isEmpty();
        return madeUp
                ? name.substring(0, Math.min(BucketReader.LONGEST_NAME, name.length()))
                        .toLowerCase(Locale.ROOT)
                : name;
    }

    /** Calls go to the endpoint that the SDK is set to; should one ever go by this host instead, it stays on this machine. */
    private String queueUrl(Resource queue) {
        PseudoParameters pseudo = parameters.pseudo();
        return "http://sqs." + pseudo.region() + ".localhost/" + pseudo.accountId() + "/" + queueName(queue);
    }

    private String userPool(Resource resource) {
        return region() + "_" + resource.logicalId();
    }

    PseudoParameters pseudo() {
        return parameters.pseudo();
    }

    private String region() {
        return pseudo().region();
    }

    private String arn(String service, String resource) {
        return pseudo().arn(service, resource);
    }
}
