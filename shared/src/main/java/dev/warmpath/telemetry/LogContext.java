package dev.warmpath.telemetry;

import com.amazonaws.services.lambda.runtime.Context;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.MDC;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;

/** What each log line says of its invocation: Powertools puts it into the context of the invocation's thread. */
final class LogContext {
    private static final String SERVICE = "service";
    /** As Powertools names it. */
    private static final String CORRELATION_ID = "correlation_id";

    private static final String REQUEST_ID = "function_request_id";

    private final Settings settings;
    private final LogThreshold threshold;
    private final Map<String, String> outside;
    private volatile Map<String, String> shared;

    LogContext(Settings settings, LogThreshold threshold) {
        this.settings = settings;
        this.threshold = threshold;
        this.outside = Map.of(
                SERVICE,
                settings.service(),
                "function_name",
                settings.functionName(),
                "function_version",
                settings.functionVersion());
        this.shared = outside;
    }

    /**
     * Powertools knows cold starts on demand only, and no name for a service that has none of its own. The function's ARN and
     * memory size go: name, version and log group tell the function, and each byte of a line is billed.
     */
    void begin(Context context, boolean coldStart) {
        PowertoolsLogging.initializeLogging(context);
        MDC.remove("function_arn");
        MDC.remove("function_memory_size");
        MDC.put("cold_start", Boolean.toString(coldStart));
        MDC.put(SERVICE, settings.service());
        shared = MDC.getCopyOfContextMap();
    }

    void end() {
        shared = outside;
        threshold.reset();
        PowertoolsLogging.clearState(true);
    }

    void correlate(String id) {
        MDC.put(CORRELATION_ID, id);
    }

    static Optional<String> correlationId() {
        return Optional.ofNullable(MDC.get(CORRELATION_ID));
    }

    /** The call with the entries of this thread, wherever it runs. */
    <T> Callable<T> carried(Callable<? extends T> call) {
        Map<String, String> carried = MDC.getCopyOfContextMap();
        return () -> {
            Map<String, String> own = MDC.getCopyOfContextMap();
            MDC.setContextMap(carried);
            try {
                return call.call();
            } finally {
                MDC.setContextMap(own);
            }
        };
    }

    /** Other threads name the invocation that runs now too, since an environment serves one at a time. */
    Map<String, String> fields() {
        Map<String, String> own = MDC.getCopyOfContextMap();
        if (own.containsKey(REQUEST_ID)) {
            return own;
        }
        Map<String, String> fields = new HashMap<>(shared);
        fields.putAll(own);
        return fields;
    }
}
