/** {@code ./warmpath bench orders}: orders through a whole local run. */
package dev.warmpath.bench.orders;
