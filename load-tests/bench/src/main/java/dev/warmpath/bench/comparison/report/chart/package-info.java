/** Charts as SVG, of numbers whose meaning they do not know. */
package dev.warmpath.bench.comparison.report.chart;
