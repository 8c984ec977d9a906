package dev.warmpath.local.emulator;

import dev.warmpath.engine.EngineException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * One URL that stands for all services of AWS, as LocalStack and its like have it.
 *
 * <p>It is called with made-up credentials only, so that nothing can happen to a real account.
 */
public final class Emulator {
    private static final int DEFAULT_PORT = 80;

    /** The domains of AWS's own endpoints, in all its partitions that are public. */
    private static final List<String> DOMAINS_OF_AWS =
            List.of("amazonaws.com", "amazonaws.com.cn", "amazonaws.eu", "aws");

    private final URI url;
    private final Probe probe;

    private Emulator(URI url, Probe probe) {
        this.url = url;
        this.probe = probe;
    }

    /**
     * Asks nothing yet.
     *
     * @throws IllegalArgumentException if {@link #fault} finds one
     */
    public static Emulator at(URI url, String region) {
        fault(url.toString()).ifPresent(fault -> {
            throw new IllegalArgumentException(fault);
        });
        int port = url.getPort() < 0 ? DEFAULT_PORT : url.getPort();
        URI complete = URI.create("http://" + url.getHost() + ":" + port);
        return new Emulator(complete, new Probe(complete, region));
    }

    /** What keeps a URL from being that of an emulator, as a sentence; empty if nothing does. */
    public static Optional<String> fault(String text) {
        Optional<URI> url = parse(text).filter(Emulator::isBare);
        if (url.isEmpty()) {
            return Optional.of(text + " is no URL of an emulator; expected http://HOST:PORT and nothing behind it.");
        }
        return isOfAws(url.get().getHost())
                ? Optional.of(text + " is an endpoint of AWS itself, which a local run never calls; "
                        + "expected the URL of an emulator.")
                : Optional.empty();
    }

    private static Optional<URI> parse(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isBare(URI url) {
        return "http".equals(url.getScheme())
                && url.getHost() != null
                && (url.getRawPath().isEmpty() || url.getRawPath().equals("/"))
                && url.getRawQuery() == null
                && url.getRawFragment() == null
                && url.getRawUserInfo() == null;
    }

    private static boolean isOfAws(String host) {
        String name = host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        return DOMAINS_OF_AWS.stream().anyMatch(domain -> name.equals(domain) || name.endsWith("." + domain));
    }

    /**
     * Where DynamoDB answers.
     *
     * @throws EngineException if it does not, or not as DynamoDB does
     */
    public URI dynamoDb() {
        try (DynamoDbClient client = probe.client(DynamoDbClient.builder())) {
            probe.ask(
                    "DynamoDB",
                    () -> client.listTables(request -> request.limit(1)).hasTableNames());
        }
        return url;
    }

    /**
     * Where SQS answers.
     *
     * @throws EngineException if it does not, or not as SQS does
     */
    public URI sqs() {
        try (SqsClient client = probe.client(SqsClient.builder())) {
            probe.ask(
                    "SQS",
                    () -> client.listQueues(request -> request.maxResults(1))
                            .sdkHttpResponse()
                            .firstMatchingHeader("Content-Type")
                            .filter(type -> type.contains("json"))
                            .isPresent());
        }
        return url;
    }

    /**
     * Where S3 answers.
     *
     * @throws EngineException if it does not, or not as S3 does
     */
    public URI s3() {
        try (S3Client client = probe.client(S3Client.builder())) {
            probe.ask("S3", () -> client.listBuckets().hasBuckets());
        }
        return url;
    }
}
