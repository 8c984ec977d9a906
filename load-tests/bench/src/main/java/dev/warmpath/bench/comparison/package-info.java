/** {@code ./warmpath bench}: the API against its naive twin, both in one run. */
package dev.warmpath.bench.comparison;
