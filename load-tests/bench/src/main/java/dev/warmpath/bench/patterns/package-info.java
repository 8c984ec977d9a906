/** {@code ./warmpath bench patterns}: what each pattern is worth by itself. */
package dev.warmpath.bench.patterns;
