/** What a comparison has shown: its headline, its tables and its charts, all computed from the raw values. */
package dev.warmpath.bench.comparison.report;
