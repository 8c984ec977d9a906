package dev.warmpath.local.frontdoor;

import dev.warmpath.local.frontdoor.Latency.Fixed;
import dev.warmpath.local.frontdoor.Latency.LogNormal;
import dev.warmpath.local.frontdoor.Latency.Sampled;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Latencies by service as JSON, in milliseconds: {@code {"dynamodb": {"fixed": 4}}}, or {@code {"samples": [3, 4, 9]}}, or
 * {@code {"p50": 4, "p99": 20}}.
 */
public final class LatenciesForm {
    private static final String FIXED = "fixed";
    private static final String SAMPLES = "samples";
    private static final String P50 = "p50";
    private static final String P99 = "p99";
    private static final double NANOS_PER_MILLISECOND = 1e6;

    private LatenciesForm() {}

    /**
     * Reads the latencies of some services.
     *
     * @param services the names that may occur
     * @throws InvalidFormException naming the first faulty field
     */
    public static Map<String, Latency> read(Object json, Set<String> services) throws InvalidFormException {
        Form document = Form.of("", json);
        document.allow(services);
        Map<String, Latency> latencies = new LinkedHashMap<>();
        for (String service : document.names()) {
            latencies.put(service, latency(document.object(service)));
        }
        return latencies;
    }

    private static Latency latency(Form form) throws InvalidFormException {
        if (form.has(FIXED)) {
            form.allow(Set.of(FIXED));
            return new Fixed(milliseconds(form.number(FIXED, true)));
        }
        if (form.has(SAMPLES)) {
            form.allow(Set.of(SAMPLES));
            return new Sampled(samples(form));
        }
        form.allow(Set.of(FIXED, SAMPLES, P50, P99));
        Duration p50 = milliseconds(form.number(P50, false));
        Duration p99 = milliseconds(form.number(P99, false));
        if (p99.compareTo(p50) < 0) {
            throw form.wrong(P99, "at least " + P50);
        }
        return new LogNormal(p50, p99);
    }

    private static List<Duration> samples(Form form) throws InvalidFormException {
        List<Duration> samples = new ArrayList<>();
        for (Object sample : form.list(SAMPLES)) {
            samples.add(milliseconds(form.number(SAMPLES + "[" + samples.size() + "]", sample, true)));
        }
        if (samples.isEmpty()) {
            throw form.wrong(SAMPLES, "a list of one number or more");
        }
        return samples;
    }

    private static Duration milliseconds(double number) {
        return Duration.ofNanos((long) (number * NANOS_PER_MILLISECOND));
    }

    /** In the form that {@link #read} takes. */
    public static Map<String, Object> write(Map<String, Latency> latencies) {
        Map<String, Object> document = new LinkedHashMap<>();
        latencies.forEach((service, latency) -> document.put(service, fields(latency)));
        return document;
    }

    private static Map<String, Object> fields(Latency latency) {
        return switch (latency) {
            case Fixed(Duration delay) -> Map.of(FIXED, number(delay));
            case Sampled(List<Duration> delays) ->
                Map.of(SAMPLES, delays.stream().map(LatenciesForm::number).toList());
            case LogNormal(Duration p50, Duration p99) -> {
                Map<String, Object> fields = new LinkedHashMap<>();
                fields.put(P50, number(p50));
                fields.put(P99, number(p99));
                yield fields;
            }
        };
    }

    private static double number(Duration delay) {
        return delay.toNanos() / NANOS_PER_MILLISECOND;
    }
}
