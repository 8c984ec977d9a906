package dev.warmpath.bench.comparison.report;

import dev.warmpath.bench.comparison.Artefact;
import dev.warmpath.bench.comparison.Model;
import dev.warmpath.bench.comparison.Results;
import dev.warmpath.bench.comparison.Round;
import dev.warmpath.bench.comparison.Setting;
import dev.warmpath.bench.comparison.Side;
import dev.warmpath.bench.comparison.StartTimes;
import dev.warmpath.bench.usage.FunctionUsage;
import dev.warmpath.bench.usage.Usage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Runs as they might be, the same for the same seed. */
final class PlausibleResults {
    private static final Map<String, Integer> MIX = new TreeMap<>(Map.ofEntries(
            Map.entry("GetUser", 220),
            Map.entry("GetProduct", 200),
            Map.entry("GetOrder", 110),
            Map.entry("PlaceOrder", 110),
            Map.entry("ListOrders", 80),
            Map.entry("GetOrderDetails", 80),
            Map.entry("BatchGetInventory", 55),
            Map.entry("BatchGetUsers", 45),
            Map.entry("UpdateUser", 35),
            Map.entry("CreateUser", 20),
            Map.entry("ListUsers", 15),
            Map.entry("CancelOrder", 10),
            Map.entry("PlaceOrders", 7),
            Map.entry("DeleteUser", 5),
            Map.entry("PutInventory", 5),
            Map.entry("ImportUsers", 3)));
    private static final List<String> SLOW = List.of("ListOrders", "ListUsers", "ImportUsers", "PlaceOrders");

    private final Random random;
    private final List<Round> rounds = new ArrayList<>();

    private PlausibleResults(long seed) {
        random = new Random(seed);
    }

    static Results full(long seed) {
        PlausibleResults run = new PlausibleResults(seed);
        run.rounds(Setting.ENGINES_AS_THEY_ARE, Model.OPEN, 6, 8, 240);
        run.rounds(Setting.MODELLED_LATENCIES, Model.OPEN, 4, 8, 240);
        for (int callers : List.of(1, 4, 8, 16)) {
            run.rounds(Setting.ENGINES_AS_THEY_ARE, Model.CLOSED, 2, callers, 300);
            run.rounds(Setting.MODELLED_LATENCIES, Model.CLOSED, 1, callers, 300);
        }
        return run.results(false, MIX.keySet(), 5);
    }

    static Results quick(long seed) {
        PlausibleResults run = new PlausibleResults(seed);
        run.rounds(Setting.ENGINES_AS_THEY_ARE, Model.CLOSED, 2, 4, 150);
        return run.results(true, List.of("GetUser", "PlaceOrder", "ListOrders"), 3);
    }

    /** The same run with what one side did taken for the other's. */
    static Results swapped(Results results) {
        return new Results(
                results.measuredAt(),
                results.quick(),
                results.machine(),
                results.plan(),
                results.rounds().stream()
                        .map(round -> as(other(round.side()), round))
                        .toList(),
                results.starts().stream()
                        .map(times -> new StartTimes(
                                other(times.side()),
                                times.function(),
                                times.coldMilliseconds(),
                                times.restoreMilliseconds()))
                        .toList(),
                results.artefacts());
    }

    /** The same run with both sides as the optimised one was. */
    static Results identical(Results results) {
        List<Round> optimised = results.rounds().stream()
                .filter(round -> round.side() == Side.OPTIMISED)
                .toList();
        List<StartTimes> starts = results.starts().stream()
                .filter(times -> times.side() == Side.OPTIMISED)
                .toList();
        return new Results(
                results.measuredAt(),
                results.quick(),
                results.machine(),
                results.plan(),
                optimised.stream()
                        .flatMap(round -> Arrays.stream(Side.values()).map(side -> as(side, round)))
                        .toList(),
                starts.stream()
                        .flatMap(times -> Arrays.stream(Side.values())
                                .map(side -> new StartTimes(
                                        side, times.function(), times.coldMilliseconds(), times.restoreMilliseconds())))
                        .toList(),
                results.artefacts());
    }

    private static Side other(Side side) {
        return side == Side.OPTIMISED ? Side.BASELINE : Side.OPTIMISED;
    }

    private static Round as(Side side, Round round) {
        return new Round(
                round.setting(),
                round.model(),
                round.number(),
                side,
                round.first(),
                round.callers(),
                round.offeredPerSecond(),
                round.seconds(),
                round.milliseconds(),
                round.finalMilliseconds(),
                round.usage());
    }

    private Results results(boolean quick, Iterable<String> functions, int starts) {
        List<StartTimes> times = new ArrayList<>();
        for (String function : functions) {
            times.add(new StartTimes(Side.OPTIMISED, function, around(620, starts), around(27, starts)));
            times.add(new StartTimes(Side.BASELINE, function, around(1_500, starts), List.of()));
        }
        return new Results(
                "2026-11-20T20:00:00Z",
                quick,
                new TreeMap<>(
                        Map.of("processors", 2, "architecture", "amd64", "os", "Linux 6.1", "java", "Debian 25.0.3")),
                Map.of("boundMilliseconds", 1_000),
                rounds,
                times,
                List.of(
                        new Artefact(Side.OPTIMISED, "users.jar", 220_000),
                        new Artefact(Side.OPTIMISED, "layer.zip", 17_100_000),
                        new Artefact(Side.BASELINE, "baseline.jar", 22_800_000)));
    }

    private List<Double> around(double milliseconds, int count) {
        return Stream.generate(() -> near(milliseconds, 0.15)).limit(count).toList();
    }

    private double near(double value, double spread) {
        return value * Math.exp(spread * random.nextGaussian());
    }

    private void rounds(Setting setting, Model model, int count, int load, int requests) {
        for (int number = 1; number <= count; number++) {
            for (Side side : Side.values()) {
                rounds.add(round(setting, model, number, side, load, requests));
            }
        }
    }

    private Round round(Setting setting, Model model, int number, Side side, int load, int requests) {
        double queueing = model == Model.OPEN ? 1 : 1 + load / (side == Side.OPTIMISED ? 12.0 : 1.6);
        Map<String, List<Double>> milliseconds = new TreeMap<>();
        MIX.forEach((route, share) -> milliseconds.put(
                route,
                Stream.generate(() -> latency(setting, side, route) * queueing)
                        .limit(Math.max(1, share * requests / 1_000))
                        .toList()));
        double busy = milliseconds.values().stream()
                .flatMap(List::stream)
                .mapToDouble(value -> value)
                .sum();
        return new Round(
                setting,
                model,
                number,
                side,
                (number % 2 == 0) == (side == Side.OPTIMISED),
                load,
                model == Model.OPEN ? load : 0,
                model == Model.OPEN ? 30 : busy / 1e3 / load,
                milliseconds,
                around(
                        side == Side.OPTIMISED ? 60 : 110,
                        milliseconds.get("PlaceOrder").size()),
                usage(side, milliseconds));
    }

    private double latency(Setting setting, Side side, String route) {
        double engines = SLOW.contains(route) ? 320 : 40;
        double modelled = setting == Setting.MODELLED_LATENCIES ? 1.6 : 1;
        return near(modelled * (side == Side.OPTIMISED ? (SLOW.contains(route) ? 9 : 3.2) : engines), 0.5);
    }

    private Usage usage(Side side, Map<String, List<Double>> milliseconds) {
        Map<String, FunctionUsage> functions = new LinkedHashMap<>();
        milliseconds.forEach((route, latencies) -> functions.put(route, used(side, latencies)));
        if (side == Side.OPTIMISED) {
            functions.put("FulfilOrders", used(side, milliseconds.get("PlaceOrder")));
        }
        long requests = milliseconds.values().stream().mapToLong(List::size).sum();
        return new Usage(
                requests,
                functions,
                side == Side.OPTIMISED ? 30 : 0,
                requests * (side == Side.OPTIMISED ? 2 : 30),
                requests * 3);
    }

    private static FunctionUsage used(Side side, List<Double> latencies) {
        int calls = latencies.size();
        boolean optimised = side == Side.OPTIMISED;
        return new FunctionUsage(
                optimised ? 512 : 1_024,
                optimised ? 190 : 260,
                calls,
                1,
                latencies.stream().mapToLong(value -> (long) Math.ceil(value)).sum(),
                calls * (optimised ? 420L : 2_600L),
                optimised ? Math.max(1, calls / 20) : calls,
                optimised ? List.of("Warmpath Hits", "Warmpath ColdStart") : List.of(),
                Map.of("dynamodb.GetItem", calls * (optimised ? 1L : 9L)),
                calls * (optimised ? 0.4 : 30),
                calls * (optimised ? 0.3 : 0.4));
    }
}
