/**
 * Structured logs, metrics and traces around every handler, at almost no cost of start-up time.
 *
 * <p>Logs are written through slf4j, metrics through {@link dev.warmpath.telemetry.Metrics}, traces through
 * {@link dev.warmpath.telemetry.Tracer}; field names are those of Powertools for AWS Lambda, so that its queries and
 * dashboards work. Needs slf4j-api, jackson-core, org.crac and the SDK's core, and nothing else of this project. Reads
 * {@code POWERTOOLS_SERVICE_NAME} (default: the function's name), {@code POWERTOOLS_METRICS_NAMESPACE} (default: the
 * service), and what Lambda sets: {@code AWS_LAMBDA_LOG_LEVEL}, {@code AWS_LAMBDA_INITIALIZATION_TYPE},
 * {@code AWS_XRAY_DAEMON_ADDRESS}. Outside Lambda it works the same, and sends no traces.
 */
package dev.warmpath.telemetry;
