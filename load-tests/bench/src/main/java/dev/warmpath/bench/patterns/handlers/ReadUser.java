package dev.warmpath.bench.patterns.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.warmpath.json.Json;
import dev.warmpath.snapstart.Priming;
import dev.warmpath.snapstart.SnapStart;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.ServiceLoader;
import software.amazon.awssdk.core.ClientType;
import software.amazon.awssdk.core.warmup.SdkWarmUpProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads one user with a bare client of DynamoDB.
 *
 * <p>Its variables: {@code USERS_TABLE}; {@code HTTP_CLIENT}, {@code crt} or {@code apache5}, which is the SDK's default;
 * {@code CLIENT}, {@code once} or {@code per-invocation}; {@code PRIMING}, {@code none}, {@code sdk} or {@code full}.
 */
// Hooks are called only by Lambda, after construction.
@SuppressWarnings("this-escape")
public final class ReadUser implements RequestStreamHandler {
    private static final String TABLE = System.getenv("USERS_TABLE");
    private static final boolean CRT = is("HTTP_CLIENT", "crt");
    private static final boolean ONCE = is("CLIENT", "once");

    private final DynamoDbClient client;

    public ReadUser() {
        client = newClient();
        if (is("PRIMING", "sdk") || is("PRIMING", "full")) {
            SnapStart.beforeCheckpoint(ReadUser::primeSdk);
        }
        if (is("PRIMING", "full")) {
            SnapStart.beforeCheckpoint(() -> Priming.pass(this, "/events/get-user.json", "\"statusCode\":200"));
        }
    }

    private static boolean is(String variable, String value) {
        return value.equals(System.getenv(variable));
    }

    private static DynamoDbClient newClient() {
        SdkHttpClient.Builder<?> http = CRT ? AwsCrtHttpClient.builder() : Apache5HttpClient.builder();
        return DynamoDbClient.builder().httpClientBuilder(http).build();
    }

    /** As {@code SdkWarmUp} does it for this client, without the request to STS that it makes besides. */
    private static void primeSdk() {
        for (SdkWarmUpProvider provider : ServiceLoader.load(SdkWarmUpProvider.class)) {
            if (provider.syncClientClassName().equals(DynamoDbClient.class.getName())) {
                provider.warmUpClient(ClientType.SYNC);
            }
        }
    }

    @Override
    public void handleRequest(InputStream event, OutputStream out, Context context) throws IOException {
        String id = Json.fields(Json.read(event).get("pathParameters"))
                .get("userId")
                .toString();
        if (ONCE) {
            answer(client, id, out);
        } else {
            try (DynamoDbClient own = newClient()) {
                answer(own, id, out);
            }
        }
    }

    private static void answer(DynamoDbClient client, String id, OutputStream out) throws IOException {
        Map<String, AttributeValue> user = client.getItem(
                        get -> get.tableName(TABLE).key(Map.of("userId", AttributeValue.fromS(id))))
                .item();
        String body = Json.write(Map.of("userId", id, "name", user.get("name").s()));
        Json.write(Map.of("statusCode", 200, "body", body), out);
    }
}
