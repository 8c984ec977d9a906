package dev.warmpath.bench.comparison.report;

import java.util.OptionalDouble;

/**
 * How a figure is told in a picture.
 *
 * @param before and after: around its value
 */
record Wording(String label, String note, String before, String after) {
    static Wording of(String figure, Comparison comparison) {
        return switch (figure) {
            case "p99" -> new Wording("p99 latency", "of a request, as its caller sees it", "", " ms");
            case "mean" -> new Wording("Mean latency", "of a request, as its caller sees it", "", " ms");
            case "throughput" ->
                new Wording(
                        "Throughput",
                        "most requests a second with p99 ≤ %s ms"
                                .formatted(Format.number(Plan.boundMilliseconds(
                                        comparison.results().plan()))),
                        "",
                        "/s");
            case "cost" -> new Wording("Cost", "of a million requests", "$", "");
            case "costWithoutFixed" ->
                new Wording("Cost without fixed charges", "without API and function requests", "$", "");
            case "cold" -> new Wording("Cold start", "on demand, on both sides", "", " ms");
            default -> new Wording("Parked restore to cold start", "without the platform's snapshot load", "", " ms");
        };
    }

    String value(OptionalDouble value) {
        return before + Format.number(value) + after;
    }
}
