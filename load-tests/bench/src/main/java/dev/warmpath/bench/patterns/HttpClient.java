package dev.warmpath.bench.patterns;

import dev.warmpath.bench.rig.Subject;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The SDK's default HTTP client, which is Apache's, and that of the Common Runtime. */
final class HttpClient {
    static final Pattern PATTERN = new Pattern(
            "http-client", "What does the CRT HTTP client save over the SDK's default one?", HttpClient::trials);

    private HttpClient() {}

    private static List<Trial> trials(Workbench workbench) throws IOException, InterruptedException {
        ReadUserVariants variants = new ReadUserVariants(workbench);
        Subject byDefault = variants.subject("Apache 5, the default", Map.of("HTTP_CLIENT", "apache5"));
        Subject crt = variants.subject("CRT", Map.of());
        return List.of(
                Functions.cold(workbench, "read one user, cold start to the first answer", byDefault, crt),
                Functions.warm(workbench, "read one user, warm", byDefault, crt));
    }
}
