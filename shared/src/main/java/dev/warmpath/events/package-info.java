/**
 * Batches of records for workers.
 *
 * <p>Problem: a worker that throws for one bad record has Lambda repeat the whole batch, one that catches everything loses
 * messages, and one that is killed by its timeout has done work that nobody knows of.
 *
 * <p>Use, for a queue:
 *
 * <pre>{@code
 * QueueBatch<Parcel> batch = QueueBatch.read(QueueEvent.records(event), Parcel::read);
 * batch.process(10, Duration.ofMillis(500), deadline, (record, parcel) -> deliver(parcel));
 * new RetryDelay(sqs, queueUrl).shorten(batch.failed(), Deadline.of(context));
 * batch.response().write(answer);
 * }</pre>
 *
 * <p>For a stream: read the event, as a {@link dev.warmpath.events.StreamEvent}, process each record for itself, and answer
 * with a {@link dev.warmpath.events.PartialBatchResponse}.
 *
 * <p>Needs: {@link dev.warmpath.concurrent}, {@link dev.warmpath.deadline}, {@link dev.warmpath.json}, slf4j-api, dynamodb, sqs.
 */
package dev.warmpath.events;
