package dev.warmpath.orders.report;

import dev.warmpath.clients.Clients;
import java.nio.file.Path;
import java.time.Duration;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;

/**
 * The bucket of reports.
 *
 * <p>S3 stores an object as a whole or not at all, and checks that it has arrived as it was sent; so a call that fails half-way
 * leaves the object of before, or none.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/Welcome.html#ConsistencyModel">Data consistency model</a>
 */
record Bucket(S3Client client, String name) implements ReportStore {
    /** Long enough for the largest report, of some 100 MB, and three times within the function's own time. */
    private static final Duration ATTEMPT = Duration.ofSeconds(60);

    static Bucket named(String name) {
        return new Bucket(
                Clients.configured(S3Client.builder(), ATTEMPT)
                        // Emulators have no names for buckets to be hosts of.
                        .forcePathStyle(!Clients.reachAws())
                        .build(),
                name);
    }

    @Override
    public void put(String key, String type, Path file) {
        client.putObject(
                request -> request.bucket(name).key(key).contentType(type).checksumAlgorithm(ChecksumAlgorithm.SHA256),
                RequestBody.fromFile(file));
    }
}
