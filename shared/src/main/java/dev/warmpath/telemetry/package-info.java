/**
 * Structured logs, metrics and traces around every handler, at almost no cost of start-up time.
 *
 * <p>Logs are written through slf4j and metrics through {@link dev.warmpath.telemetry.Telemetry#metrics}, and both are
 * those of Powertools for AWS Lambda 2: its {@code PowertoolsLogging} puts the context of the invocation into each line
 * and decides which invocations log at DEBUG, its structured arguments become fields, its {@code MetricsFactory} keeps
 * the metrics of each request. Only what Powertools leaves to a back end is replaced, since log4j, aws-embedded-metrics
 * and databind add some 400 ms of CPU time to each start: the provider of slf4j, its {@code LoggingManager} and its
 * {@code MetricsProvider} write with Jackson's streaming core.
 *
 * <p>Four things differ from plain Powertools: a restore from a SnapStart snapshot is a cold start too; sampled DEBUG
 * ends with its invocation; an invocation without metrics of its own is no warning; correlation ids are given by
 * {@link dev.warmpath.telemetry.Telemetry#correlate}, since the expressions by which Powertools would find them need databind.
 *
 * <p>Traces go through {@link dev.warmpath.telemetry.Tracer} to an X-Ray sender of this package, not through Powertools:
 * its tracing module (1.18) stands on the X-Ray SDK, whose support ends in February 2027, needs databind and has no
 * extension point. {@code docs/cold-start.md} says what it costs.
 *
 * <p>Needs: aspectjrt, aws-core, aws-lambda-java-core, commons-lang3, crac, jackson-core, powertools-common,
 * powertools-logging, powertools-metrics, slf4j-api. Its tests also need: aws-crt, aws-crt-client, dynamodb.
 *
 * <p>Of what Powertools depends on, only commons-lang3 and aspectjrt are needed: see the exclusions in the pom. Reads
 * {@code POWERTOOLS_SERVICE_NAME} (default: the function's name), {@code POWERTOOLS_METRICS_NAMESPACE} (required inside
 * Lambda, else the service), {@code POWERTOOLS_METRICS_DISABLED}, {@code POWERTOOLS_LOG_LEVEL},
 * {@code POWERTOOLS_LOGGER_SAMPLE_RATE}, and what Lambda sets: {@code AWS_LAMBDA_LOG_LEVEL},
 * {@code AWS_LAMBDA_INITIALIZATION_TYPE}, {@code AWS_XRAY_DAEMON_ADDRESS}. Outside Lambda it works the same, and sends no
 * traces.
 */
package dev.warmpath.telemetry;
