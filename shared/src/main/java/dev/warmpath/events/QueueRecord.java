package dev.warmpath.events;

import java.time.Instant;

/**
 * A message, as Lambda hands it to a function ("Using Lambda with Amazon SQS"). Its body may hold what is personal, so it is
 * not for logs.
 *
 * @param id by which a {@link PartialBatchResponse} names it
 * @param receiptHandle by which the queue knows this delivery of it
 * @param receiveCount how often it was delivered, this time included; approximately, as SQS counts
 * @param sentAt when it was sent to the queue
 */
public record QueueRecord(String id, String receiptHandle, String body, int receiveCount, Instant sentAt) {}
