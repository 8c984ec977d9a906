package dev.warmpath.local.http;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.warmpath.local.frontdoor.Calls.Count;
import dev.warmpath.local.frontdoor.FrontDoor;
import dev.warmpath.local.frontdoor.InvalidFormException;
import dev.warmpath.local.frontdoor.LatenciesForm;
import dev.warmpath.local.frontdoor.RulesForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Control of the front door over HTTP, under {@code /_warmpath/front-door/}. */
final class FrontDoorRoutes {
    static final String PATH = "/" + IssuerRoutes.PREFIX + "/front-door/";

    private static final String CALLS = PATH + "calls";
    private static final String RULES = PATH + "rules";
    private static final String LATENCIES = PATH + "latencies";

    private final FrontDoor frontDoor;

    FrontDoorRoutes(FrontDoor frontDoor) {
        this.frontDoor = frontDoor;
    }

    Answer answer(ApiRequest request) {
        if (request.comesFromAPage()) {
            return Answer.problem(
                    403, "Forbidden", "The front door is for programs on this machine, not for web pages.");
        }
        try {
            return route(request);
        } catch (InvalidFormException e) {
            return Answer.problem(400, "Bad Request", e.getMessage());
        }
    }

    private Answer route(ApiRequest request) throws InvalidFormException {
        return switch (request.method() + " " + request.path()) {
            case "GET " + CALLS -> calls();
            case "DELETE " + CALLS -> {
                frontDoor.calls().reset();
                yield calls();
            }
            case "GET " + RULES -> rules();
            case "PUT " + RULES -> {
                frontDoor.rules().set(RulesForm.read(json(request), frontDoor.services()));
                yield rules();
            }
            case "DELETE " + RULES -> {
                frontDoor.rules().clear();
                yield rules();
            }
            case "GET " + LATENCIES -> latencies();
            case "PUT " + LATENCIES -> {
                frontDoor.latencies().set(LatenciesForm.read(json(request), frontDoor.services()));
                yield latencies();
            }
            case "DELETE " + LATENCIES -> {
                frontDoor.latencies().clear();
                yield latencies();
            }
            default -> Answer.noSuchRoute(request);
        };
    }

    private Answer calls() {
        List<Map<String, Object>> counts =
                frontDoor.calls().all().stream().map(FrontDoorRoutes::fields).toList();
        return json(Map.of("calls", counts));
    }

    private static Map<String, Object> fields(Count count) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("service", count.call().service());
        fields.put("function", count.call().function());
        fields.put("operation", count.call().operation());
        fields.put("calls", count.calls());
        fields.put("faults", count.faults());
        fields.put("mostAtOnce", count.mostAtOnce());
        return fields;
    }

    private Answer rules() {
        return json(RulesForm.write(frontDoor.rules().active()));
    }

    private Answer latencies() {
        return json(LatenciesForm.write(frontDoor.latencies().all()));
    }

    private static Object json(ApiRequest request) throws InvalidFormException {
        try {
            return JSON.std.anyFrom(request.body());
        } catch (IOException e) {
            throw new InvalidFormException("The body is not valid JSON.");
        }
    }

    private static Answer json(Map<String, Object> fields) {
        try {
            return Answer.of(200, "application/json", JSON.std.asBytes(fields));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
