package dev.warmpath.local.sqs;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Clients of SQS, to be closed by whoever asks for them. */
public final class SqsClients {
    private SqsClients() {}

    /** Of an engine on this machine, which takes any credentials. */
    public static SqsClient at(URI endpoint, String region) {
        return SqsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.of(region))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    /** Of AWS, with credentials and region of whoever runs this. */
    public static SqsClient ofAws() {
        return SqsClient.builder().httpClient(UrlConnectionHttpClient.create()).build();
    }
}
