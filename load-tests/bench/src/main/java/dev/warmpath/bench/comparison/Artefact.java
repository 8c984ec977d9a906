package dev.warmpath.bench.comparison;

/** A file that a deployment uploads. */
public record Artefact(Side side, String name, long bytes) {}
