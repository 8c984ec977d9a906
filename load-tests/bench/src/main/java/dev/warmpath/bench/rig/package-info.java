/** What is set up to be measured: functions in environments of their own, their engines, connections to both. */
package dev.warmpath.bench.rig;
