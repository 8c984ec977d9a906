package dev.warmpath.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class SizesTest {
    private final SentBytes sent = new SentBytes();
    private final DynamoDbClient client = DynamoDbClient.builder()
            .region(Region.US_EAST_1)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .httpClient(sent)
            .build();

    @Test
    void anItemIsAsLargeAsItsNamesAndValues() {
        assertThat(ItemSize.of(Map.of("name", AttributeValue.fromS("Zoë")))).isEqualTo(4 + 4);
        assertThat(ItemSize.of(Map.of("b", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[100])))))
                .isEqualTo(1 + 100);
        assertThat(ItemSize.of(Map.of("t", AttributeValue.fromBool(true), "n", AttributeValue.fromNul(true))))
                .isEqualTo(4);
    }

    @Test
    void aNumberTakesAByteForTwoOfItsSignificantDigitsAndOneMore() {
        assertThat(List.of("0", "7", "-12", "123", "120000", "0.00123", "1.5E100").stream()
                        .map(number -> ItemSize.of(Map.of("n", AttributeValue.fromN(number))))
                        .toList())
                .containsExactly(2L, 3L, 3L, 4L, 3L, 4L, 3L);
    }

    @Test
    void collectionsTakeThreeBytesAndOneForEachElement() {
        AttributeValue two = AttributeValue.fromL(List.of(AttributeValue.fromS("a"), AttributeValue.fromS("bc")));
        assertThat(ItemSize.of(Map.of("l", two))).isEqualTo(1 + 3 + (1 + 1) + (1 + 2));
        assertThat(ItemSize.of(Map.of("m", AttributeValue.fromM(Map.of("k", two)))))
                .isEqualTo(1 + 3 + 1 + 1 + (3 + 5));
        assertThat(ItemSize.of(Map.of("s", AttributeValue.fromSs(List.of("a", "bc")))))
                .isEqualTo(1 + 3);
    }

    @Property(tries = 200)
    void aRequestIsNeverLargerThanItsItemsWereTakenFor(
            @ForAll @Size(min = 1, max = 5) List<String> texts, @ForAll byte[] bytes) {
        Map<String, AttributeValue> item = Map.of(
                texts.getFirst(),
                AttributeValue.fromS(texts.getLast()),
                "l" + texts.getFirst(),
                AttributeValue.fromL(texts.stream().map(AttributeValue::fromS).toList()),
                "b" + texts.getFirst(),
                AttributeValue.fromB(SdkBytes.fromByteArray(bytes)),
                "s" + texts.getFirst(),
                AttributeValue.fromSs(texts),
                "m" + texts.getFirst(),
                AttributeValue.fromM(Map.of(texts.getLast(), AttributeValue.fromN("12"))));

        client.putItem(put -> put.tableName("t").item(item));

        assertThat(sent.length - "{\"TableName\":\"t\",\"Item\":{}}".length()).isBetween(1L, WireSize.of(item));
    }

    /** Measures requests, and answers that they succeeded. */
    private static final class SentBytes implements SdkHttpClient {
        private long length;

        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            length = Long.parseLong(
                    request.httpRequest().firstMatchingHeader("content-length").orElseThrow());
            return new ExecutableHttpRequest() {
                @Override
                public HttpExecuteResponse call() {
                    return HttpExecuteResponse.builder()
                            .response(SdkHttpResponse.builder().statusCode(200).build())
                            .responseBody(AbortableInputStream.create(
                                    new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8))))
                            .build();
                }

                @Override
                public void abort() {
                    // Nothing is under way.
                }
            };
        }

        @Override
        public void close() {
            // Holds no connection.
        }
    }
}
