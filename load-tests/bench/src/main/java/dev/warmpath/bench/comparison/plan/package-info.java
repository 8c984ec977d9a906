/** What a comparison does: mix, data, rates and rounds, fixed before it runs. */
package dev.warmpath.bench.comparison.plan;
