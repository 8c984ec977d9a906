/**
 * What surrounds the functions of a service: the packages of this module put together.
 *
 * <p>Problem: each function wires errors, telemetry and correlation anew, and one of them forgets a part.
 *
 * <p>Use: extend {@link dev.warmpath.function.ApiFunction} for a route, and
 * {@link dev.warmpath.function.EventFunction} for any other event; make caches of what
 * {@link dev.warmpath.function.CacheLevels} gives.
 *
 * <p>Needs: {@link dev.warmpath.batch}, {@link dev.warmpath.cache}, {@link dev.warmpath.clients},
 * {@link dev.warmpath.deadline}, {@link dev.warmpath.env}, {@link dev.warmpath.http}, {@link dev.warmpath.resilience},
 * {@link dev.warmpath.snapstart}, {@link dev.warmpath.telemetry}, aws-lambda-java-core, dynamodb, slf4j-api.
 */
package dev.warmpath.function;
