/** What measured use costs on AWS, by a dated table of prices: {@code ./warmpath cost}. */
package dev.warmpath.bench.cost;
