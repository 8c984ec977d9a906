/**
 * Event source mappings of DynamoDB streams.
 *
 * <p>A mapping finds the shards of its stream, a reader follows each shard, and lanes bring its records to the function,
 * those of one partition key always through the same lane, in order.
 */
package dev.warmpath.local.streams;
