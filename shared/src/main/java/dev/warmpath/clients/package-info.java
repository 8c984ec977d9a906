/**
 * AWS clients that are made once per execution environment, over one HTTP client of the Common Runtime.
 *
 * <p>Problem: a client per invocation, or an HTTP client per service, opens connections again and again; region, timeouts and
 * retries that are left to be found out cost start-up time, and credentials from variables fail under SnapStart.
 *
 * <p>Use: {@code static final DynamoDbClient DYNAMO_DB = Clients.dynamoDb();}. Those of other services are made by
 * {@code Clients.configured(S3Client.builder(), Duration.ofSeconds(60)).build()}. Their calls show in traces. {@code AWS_REGION}
 * is required, and Lambda sets it; {@code AWS_ENDPOINT_URL_DYNAMODB} and {@code AWS_ENDPOINT_URL_SQS} name other endpoints, as everywhere in the SDK.
 *
 * <p>Needs: {@link dev.warmpath.telemetry}, aws-crt, aws-crt-client, dynamodb, sqs. Its tests also need: dynamodb-enhanced.
 */
package dev.warmpath.clients;
