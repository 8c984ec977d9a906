/** {@code ./warmpath bench functions}: starts and warm calls of functions. */
package dev.warmpath.bench.functions;
