package dev.warmpath.local.lambda;

import java.nio.file.Path;

/**
 * What the environments of all functions share.
 *
 * @param folder of this run alone
 */
record Run(
        Settings settings,
        Path folder,
        RuntimeFiles runtime,
        RuntimeApi api,
        Children children,
        Surroundings surroundings,
        Sampler sampler) {}
