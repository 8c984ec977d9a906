package dev.warmpath.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What a local run is told.
 *
 * @param project folder of the built checkout
 * @param template the SAM template to run
 * @param port 0 for any free one
 * @param data folder that keeps tables and objects; empty to keep them in memory
 * @param parameters values for the template's parameters, in place of their defaults
 * @param cache what keeps the cache that environments share, for a template with the parameter {@code SharedCache}
 * @param maxEnvironments limit of each function; further callers wait
 * @param idleTime after which an unused environment is ended
 * @param traceEverything whether each request is traced, instead of one a second and a twentieth of the rest
 */
public record RunOptions(
        Path project,
        Path template,
        int port,
        Optional<Path> data,
        Map<String, String> parameters,
        SharedCacheOption cache,
        int maxEnvironments,
        Duration idleTime,
        boolean traceEverything) {}
