package dev.warmpath.local.s3;

import dev.warmpath.local.template.BucketSpec;
import java.net.URI;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyExistsException;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;

/** Makes the template's buckets. */
public final class Buckets {
    private Buckets() {}

    /** Creates the buckets that are not there from before. */
    public static void create(URI endpoint, String region, List<BucketSpec> buckets) {
        try (S3Client s3 = client(endpoint, region)) {
            buckets.forEach(bucket -> create(s3, bucket.name()));
        }
    }

    private static void create(S3Client s3, String name) {
        try {
            s3.createBucket(request -> request.bucket(name));
        } catch (BucketAlreadyOwnedByYouException | BucketAlreadyExistsException keptFromBefore) {
            // Its objects are kept too.
        }
    }

    /** By path: an engine on this machine has no names for its buckets to be hosts of. */
    private static S3Client client(URI endpoint, String region) {
        return S3Client.builder()
                .endpointOverride(endpoint)
                .forcePathStyle(true)
                .region(Region.of(region))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }
}
