/** How long each function of both sides takes from the start of its environment to its first answer. */
package dev.warmpath.bench.comparison.starts;
