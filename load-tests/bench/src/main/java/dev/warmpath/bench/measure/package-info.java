/** Measured values, races between ways of doing one thing, and the machine that they are from. */
package dev.warmpath.bench.measure;
