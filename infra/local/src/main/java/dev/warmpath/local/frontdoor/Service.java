package dev.warmpath.local.frontdoor;

import dev.warmpath.engine.EngineException;
import java.net.URI;
import java.util.function.Supplier;

/** An AWS service that an engine on this machine stands in for. */
public final class Service {
    public static final String DYNAMODB = "dynamodb";
    public static final String SQS = "sqs";

    public static final String S3 = "s3";

    private final String name;
    private final Supplier<URI> engine;
    private final Protocol protocol;

    private Service(String name, Supplier<URI> engine, Protocol protocol) {
        this.name = name;
        this.engine = engine;
        this.protocol = protocol;
    }

    /** @param engine where it answers, such as {@code http://127.0.0.1:8000} */
    public static Service dynamoDb(URI engine) {
        return new Service(DYNAMODB, () -> engine, new DynamoDbProtocol());
    }

    /** @param engine where it answers, such as {@code http://127.0.0.1:9324} */
    public static Service sqs(URI engine) {
        return new Service(SQS, () -> engine, new SqsProtocol());
    }

    /**
     * S3, called by paths that begin with the bucket.
     *
     * @param engine where it answers, asked at each call; may start it, and throw {@link EngineException}
     */
    public static Service s3(Supplier<URI> engine) {
        return new Service(S3, engine, new S3Protocol());
    }

    String name() {
        return name;
    }

    /** @throws UnreachableException if it cannot be started */
    URI engine() throws UnreachableException {
        try {
            return engine.get();
        } catch (EngineException e) {
            throw new UnreachableException(e.getMessage(), e);
        }
    }

    Protocol protocol() {
        return protocol;
    }
}
