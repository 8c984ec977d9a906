/**
 * Batches of records for workers.
 *
 * <p>Problem: a worker that throws for one bad record has Lambda repeat the whole batch, one that catches everything loses
 * messages, and one that is killed by its timeout has done work that nobody knows of.
 *
 * <p>Use: read the event, as a {@link dev.warmpath.events.StreamEvent}, process each record for itself, and answer with a
 * {@link dev.warmpath.events.PartialBatchResponse}.
 *
 * <p>Needs: {@link dev.warmpath.json}, dynamodb.
 */
package dev.warmpath.events;
