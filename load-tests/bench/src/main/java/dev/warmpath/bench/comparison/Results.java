package dev.warmpath.bench.comparison;

import java.util.List;
import java.util.Map;

/**
 * All that one run of the benchmark measured, with nothing computed from it yet.
 *
 * @param measuredAt ISO-8601 instant
 * @param quick whether it was the short run, whose figures are no proof
 * @param machine what a reader needs to compare figures of two machines
 * @param plan mix, data and rates, as they were fixed before the run
 */
public record Results(
        String measuredAt,
        boolean quick,
        Map<String, Object> machine,
        Map<String, Object> plan,
        List<Round> rounds,
        List<StartTimes> starts,
        List<Artefact> artefacts) {}
