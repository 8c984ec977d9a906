package dev.warmpath.local.http;

import dev.warmpath.local.lambda.Invocation;
import java.time.Duration;
import java.util.Optional;

/**
 * What a log line says about one answered request; it never carries a token, a claim, a query or a body.
 *
 * @param routeKey empty where no route matched
 * @param function logical id, empty where the gateway answered by itself
 * @param report empty where no environment ran the function to its end
 * @param duration from the request's arrival until its answer was handed to the network
 * @param errorType Lambda's name for what went wrong, or the gateway's own
 */
public record Exchange(
        String method,
        String path,
        Optional<String> routeKey,
        int status,
        Optional<String> function,
        Optional<Invocation.Report> report,
        Duration duration,
        Optional<String> errorType) {}
