package dev.warmpath.bench.patterns;

import java.util.List;

/**
 * What a pattern is worth.
 *
 * @param trials the one in the setting that the pattern is for first
 */
record PatternResult(String name, String question, List<Trial> trials) {
    Pays pays() {
        return Pays.of(trials);
    }
}
