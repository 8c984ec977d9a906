/**
 * AWS clients that are made once per execution environment, over one HTTP client of the Common Runtime.
 *
 * <p>Needs {@code dev.warmpath.telemetry}, which shows their calls in traces, and {@code AWS_REGION}, which Lambda sets.
 * {@code AWS_ENDPOINT_URL_DYNAMODB} names another endpoint, as everywhere in the SDK.
 */
package dev.warmpath.clients;
