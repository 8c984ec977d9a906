/**
 * What a function does around a SnapStart snapshot.
 *
 * <p>Problem: a snapshot taken right after initialisation restores a JVM that has never run the handler, so that the first
 * caller pays for class loading and connections; and whatever is in memory then (cached rows, a seeded generator) comes back
 * in every restored environment. Here the handler runs before the snapshot, so often that its code is compiled in it, and state
 * is renewed after a restore.
 *
 * <p>Use, while the function initialises:
 *
 * <pre>{@code
 * SnapStart.beforeCheckpoint(() -> SdkWarmUp.warmUp(DynamoDbClient.class));
 * Priming.untilCompiled(() -> Priming.pass(handler, "/priming/get-user.json", "\"statusCode\":404"));
 * SnapStart.afterRestore(cache::clear);
 * }</pre>
 *
 * <p>Keep nothing in static state that must differ between environments: no {@code Random}, no clock value, no seed, no secret.
 * Take ids and jitter from {@link java.security.SecureRandom} per call, and pass a {@link java.time.Clock} in.
 *
 * <p>Needs: {@link dev.warmpath.env}, aws-lambda-java-core, crac.
 *
 * <p>Started on demand, nothing here runs.
 */
package dev.warmpath.snapstart;
