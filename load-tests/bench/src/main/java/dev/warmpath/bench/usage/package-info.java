/** What functions used of Lambda and of the services behind them: everything that a bill is made of. */
package dev.warmpath.bench.usage;
