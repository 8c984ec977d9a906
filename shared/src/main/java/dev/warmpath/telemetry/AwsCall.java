package dev.warmpath.telemetry;

/**
 * What a trace shows of a call of the AWS SDK.
 *
 * @param status the HTTP status, or 0 if no response came
 */
record AwsCall(String operation, String region, String table, String requestId, int status) {}
