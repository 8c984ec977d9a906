package dev.warmpath.bench.usage;

import dev.warmpath.local.frontdoor.FrontDoor;
import dev.warmpath.local.frontdoor.Latency;
import dev.warmpath.local.frontdoor.Latency.LogNormal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What services of the same region are taken to need for a call: the values of {@code latencies.yaml}, each with its source. */
public record ModelledLatencies(Map<String, Modelled> services) {
    private static final String FILE = "/latencies.yaml";
    private static final double NANOS_PER_MILLISECOND = 1e6;

    /**
     * Of one service, in milliseconds.
     *
     * @param assumed whether the values are no published percentiles
     * @param source what they were taken from
     */
    public record Modelled(double p50, double p99, boolean assumed, String source) {
        private Latency latency() {
            return new LogNormal(duration(p50), duration(p99));
        }

        private static Duration duration(double milliseconds) {
            return Duration.ofNanos((long) (milliseconds * NANOS_PER_MILLISECOND));
        }
    }

    /** From this program's own file. */
    public static ModelledLatencies read() {
        try (InputStream yaml = ModelledLatencies.class.getResourceAsStream(FILE)) {
            return of(new Load(LoadSettings.builder().setLabel(FILE).build()).loadFromInputStream(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException naming the first service whose values are incomplete */
    static ModelledLatencies of(Object document) {
        Map<String, Modelled> services = new TreeMap<>();
        if (document instanceof Map<?, ?> fields) {
            fields.forEach((service, values) -> services.put((String) service, modelled((String) service, values)));
        }
        return new ModelledLatencies(services);
    }

    private static Modelled modelled(String service, Object values) {
        if (values instanceof Map<?, ?> fields
                && fields.get("p50") instanceof Number p50
                && fields.get("p99") instanceof Number p99
                && fields.get("assumed") instanceof Boolean assumed
                && fields.get("source") instanceof String source) {
            return new Modelled(p50.doubleValue(), p99.doubleValue(), assumed, source);
        }
        throw new IllegalArgumentException(
                FILE + " gives " + service + " no p50, p99, assumed and source, but " + values + ".");
    }

    /** Puts them in the place of the latencies that a run's front door has; {@code latencies().clear()} takes them away. */
    public void putOn(FrontDoor frontDoor) {
        frontDoor
                .latencies()
                .set(services.entrySet().stream()
                        .filter(service -> frontDoor.services().contains(service.getKey()))
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, service -> service.getValue().latency())));
    }
}
