/**
 * Many items or messages in few requests: the batch operations of DynamoDB and SQS, complete.
 *
 * <p>Problem: a batch request takes 10, 25 or 100 elements, refuses all of them if two have one key, and may answer with some
 * undone. Code that ignores those loses data, code that repeats them at once meets the same throttling, and code that repeats
 * them without end is killed in the middle. Here elements are packed into chunks, chunks are sent in parallel, and what is left
 * of them is packed and sent again after a wait that grows and is drawn by chance, until the deadline; what is still left then
 * is reported.
 *
 * <p>Use:
 *
 * <pre>{@code
 * Table table = new Table("users", List.of("userId"));
 * Items items = new BatchGet(client, table, 8).read(keys, request.deadline());
 * List<WriteRequest> left = new BatchWrite(client, table, 8).write(writes, request.deadline());
 * var unsent = new SendMessageBatch(sqs, queueUrl, 8).send(messages, request.deadline());
 * }</pre>
 *
 * <p>Needs: {@link dev.warmpath.concurrent}, {@link dev.warmpath.deadline}, dynamodb, slf4j-api, sqs. Its tests also
 * need: aws-crt, aws-crt-client, dynamodb-enhanced.
 */
package dev.warmpath.batch;
