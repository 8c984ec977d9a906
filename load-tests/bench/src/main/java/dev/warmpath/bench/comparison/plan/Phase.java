package dev.warmpath.bench.comparison.plan;

import dev.warmpath.bench.comparison.Model;
import dev.warmpath.bench.comparison.Setting;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Rounds of one kind; in each, both sides have a turn with the same requests.
 *
 * @param callers in the open model, enough that one is free when a request is due
 * @param perSecond rate at which requests are due; 0 in the closed model
 * @param requests recorded for each round: in the open model all are made, in the closed one as many as the time allows
 * @param length of a turn
 */
public record Phase(
        Setting setting, Model model, int callers, double perSecond, int requests, Duration length, int rounds) {
    /** A request is due at fixed times. */
    public static Phase open(Setting setting, double perSecond, int seconds, int rounds) {
        int requests = (int) Math.round(perSecond * seconds);
        return new Phase(
                setting, Model.OPEN, Plan.OPEN_CALLERS, perSecond, requests, Duration.ofSeconds(seconds), rounds);
    }

    /** Each caller makes the next request as soon as the last one is answered. */
    public static Phase closed(Setting setting, int callers, int seconds, int rounds) {
        return new Phase(
                setting, Model.CLOSED, callers, 0, Plan.MOST_PER_SECOND * seconds, Duration.ofSeconds(seconds), rounds);
    }

    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("setting", setting.name());
        fields.put("model", model.name());
        fields.put("callers", callers);
        fields.put("perSecond", perSecond);
        fields.put("secondsOfATurn", length.toSeconds());
        fields.put("rounds", rounds);
        return fields;
    }
}
