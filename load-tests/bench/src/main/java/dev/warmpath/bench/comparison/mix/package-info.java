/** The requests of a comparison, recorded before they are made: the same ones for both sides. */
package dev.warmpath.bench.comparison.mix;
