/** {@code ./warmpath bench stores}: cache levels and batches. */
package dev.warmpath.bench.stores;
