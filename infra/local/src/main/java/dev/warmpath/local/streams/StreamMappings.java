package dev.warmpath.local.streams;

import dev.warmpath.local.events.Deliveries;
import dev.warmpath.local.events.Pause;
import dev.warmpath.local.template.PseudoParameters;
import dev.warmpath.local.template.StreamMapping;
import java.net.URI;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.model.Stream;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Brings the records of DynamoDB streams to functions, as Lambda's event source mappings do.
 *
 * <p>How far a stream was read is known only as long as the run lives.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html">Using AWS Lambda with Amazon DynamoDB</a>
 */
public final class StreamMappings implements AutoCloseable {
    private final Surroundings around;
    private final List<MappedStream> streams = new CopyOnWriteArrayList<>();

    private StreamMappings(Surroundings around) {
        this.around = around;
    }

    /**
     * Starts to read; from then on, what is written reaches the functions.
     *
     * @param endpoint of a DynamoDB that holds the tables and takes any credentials
     * @param errors what failed inside the local run itself
     * @throws StreamException if a table has no stream
     */
    public static StreamMappings start(
            URI endpoint,
            List<StreamMapping> mappings,
            PseudoParameters pseudo,
            Deliveries deliveries,
            OnFailure onFailure,
            Consumer<Throwable> errors) {
        return start(client(endpoint, pseudo.region()), mappings, pseudo, deliveries, onFailure, errors);
    }

    static StreamMappings start(
            DynamoDbStreamsClient client,
            List<StreamMapping> mappings,
            PseudoParameters pseudo,
            Deliveries deliveries,
            OnFailure onFailure,
            Consumer<Throwable> errors) {
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        StreamMappings started = new StreamMappings(new Surroundings(
                client, deliveries, onFailure, pseudo, InstantSource.system(), new Pause(), threads, errors));
        try {
            mappings.forEach(started::start);
            return started;
        } catch (RuntimeException e) {
            started.close();
            throw e;
        }
    }

    private static DynamoDbStreamsClient client(URI endpoint, String region) {
        return DynamoDbStreamsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.of(region))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    private void start(StreamMapping mapping) {
        MappedStream stream = new MappedStream(mapping, streamArn(mapping.table()), around);
        stream.start();
        streams.add(stream);
    }

    /**
     * Whether all that was written before a time is processed or given up, but for the last invocations of tumbling windows,
     * which come when a window is over.
     *
     * @param time by {@link System#nanoTime}
     */
    public boolean areDoneUntil(long time) {
        return streams.stream().allMatch(stream -> stream.isDoneUntil(time));
    }

    /** A table has one stream at a time, and may have had others before. */
    private String streamArn(String table) {
        return around.streams().listStreams(request -> request.tableName(table)).streams().stream()
                .max(Comparator.comparing(Stream::streamLabel))
                .map(Stream::streamArn)
                .orElseThrow(
                        () -> new StreamException(
                                "Table " + table
                                        + " exists without a stream, but the template asks for one; delete it or its data folder, or name another folder or emulator"));
    }

    /** Stops reading, and interrupts the invocations under way. */
    @Override
    public void close() {
        around.pause().end();
        around.threads().shutdownNow();
        around.streams().close();
    }
}
