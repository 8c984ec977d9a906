/**
 * Time limits that are handed down.
 *
 * <p>Problem: a function that waits for a slow service until Lambda kills it answers nothing, loses its telemetry, and costs
 * the next caller a cold start. Here whatever waits or tries again knows how much of the invocation is left.
 *
 * <p>Use: {@code Deadline deadline = Deadline.of(context);} and pass it to everything that waits.
 *
 * <p>Needs: aws-lambda-java-core.
 */
package dev.warmpath.deadline;
