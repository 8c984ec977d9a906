package dev.warmpath.bench.patterns;

import dev.warmpath.bench.measure.Machine;
import dev.warmpath.bench.measure.Race.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/** The patterns' pages, each of which has a place for what its pattern is worth. */
final class Pages {
    private static final String BEGIN = "<!-- worth -->";
    private static final String END = "<!-- /worth -->";

    private final Path folder;

    Pages(Path folder) {
        this.folder = folder;
    }

    /** @throws IllegalStateException if a page, or the place in it, is missing; no page is written then */
    void write(PatternReport report) throws IOException {
        for (PatternResult result : report.results()) {
            page(result);
        }
        LocalDate date = LocalDate.ofInstant(report.measuredAt(), ZoneOffset.UTC);
        for (PatternResult result : report.results()) {
            Files.writeString(file(result), filled(page(result), worth(result, date)));
        }
    }

    private Path file(PatternResult result) {
        return folder.resolve(result.name() + ".md");
    }

    private String page(PatternResult result) throws IOException {
        Path file = file(result);
        if (!Files.isRegularFile(file)) {
            throw new IllegalStateException("The pattern " + result.name() + " has no page; write " + file + ".");
        }
        String page = Files.readString(file);
        int begin = page.indexOf(BEGIN);
        if (begin < 0 || page.indexOf(END) < begin) {
            throw new IllegalStateException(
                    file + " has no place for what the pattern is worth; put " + BEGIN + " and " + END + " in it.");
        }
        return page;
    }

    private static String filled(String page, String worth) {
        return page.substring(0, page.indexOf(BEGIN) + BEGIN.length()) + "\n" + worth
                + page.substring(page.indexOf(END));
    }

    static String worth(PatternResult result, LocalDate date) {
        StringBuilder text = new StringBuilder("Pays: **" + result.pays().text() + "**.\n");
        for (Trial trial : result.trials()) {
            var ways = trial.race().results();
            for (Result way : ways.subList(1, ways.size())) {
                table(text, trial, way);
            }
        }
        Map<String, Object> machine = Machine.description();
        return text.append("\n`./warmpath bench patterns %s` on %s: %s processors, %s, Java %s.\n"
                        .formatted(
                                result.name(), date, machine.get("processors"), machine.get("os"), machine.get("java")))
                .toString();
    }

    private static void table(StringBuilder text, Trial trial, Result way) {
        text.append("\n| %s | %s | %s | ratio (spread) |\n|---|---|---|---|\n"
                .formatted(trial.race().name(), trial.without().name(), way.name()));
        for (Figure figure : Figure.values()) {
            String without = Numbers.value(trial.value(figure, trial.without()), figure.unit());
            String with = Numbers.value(trial.value(figure, way), figure.unit());
            String ratio = Numbers.ratio(trial.ratio(figure, way));
            text.append("| %s | %s | %s | %s |\n".formatted(figure.title(), without, with, ratio));
        }
    }
}
