/** Functions that are run to be measured, with a pattern or without it as their variables or their class say. */
package dev.warmpath.bench.patterns.handlers;
