package dev.warmpath.local.streams;

import java.time.Instant;

/**
 * One record of a stream.
 *
 * @param partitionKey tells apart what must stay in order
 * @param json as functions get it
 */
record StreamRecord(String sequenceNumber, Instant arrival, String partitionKey, String json) {}
