package dev.warmpath.bench.comparison.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Text broken at spaces. */
final class Wrapped {
    private Wrapped() {}

    static Stream<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines.stream();
    }
}
