package dev.warmpath.bench.comparison;

/** How fast the services behind the functions answer. */
public enum Setting {
    /** As the engines on this machine do. */
    ENGINES_AS_THEY_ARE,
    /** Delayed at the front door by what services of the same region take. */
    MODELLED_LATENCIES
}
