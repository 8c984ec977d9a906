package dev.warmpath.local.frontdoor;

import java.net.URI;

/** An AWS service that an engine on this machine stands in for. */
public final class Service {
    public static final String DYNAMODB = "dynamodb";
    public static final String SQS = "sqs";

    private final String name;
    private final URI engine;
    private final Protocol protocol;

    private Service(String name, URI engine, Protocol protocol) {
        this.name = name;
        this.engine = engine;
        this.protocol = protocol;
    }

    /** @param engine where it answers, such as {@code http://127.0.0.1:8000} */
    public static Service dynamoDb(URI engine) {
        return new Service(DYNAMODB, engine, new DynamoDbProtocol());
    }

    /** @param engine where it answers, such as {@code http://127.0.0.1:9324} */
    public static Service sqs(URI engine) {
        return new Service(SQS, engine, new SqsProtocol());
    }

    String name() {
        return name;
    }

    URI engine() {
        return engine;
    }

    Protocol protocol() {
        return protocol;
    }
}
