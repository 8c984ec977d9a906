/** {@code ./warmpath bench}: both stacks, their data, and the turns in which callers drive them. */
package dev.warmpath.bench.comparison.drive;
