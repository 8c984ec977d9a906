package dev.warmpath.bench.comparison.report;

import dev.warmpath.bench.comparison.Round;
import dev.warmpath.bench.comparison.Side;

/** Both sides' turns with the same requests. */
record Pair(Round optimised, Round baseline) {
    Round of(Side side) {
        return side == Side.OPTIMISED ? optimised : baseline;
    }
}
