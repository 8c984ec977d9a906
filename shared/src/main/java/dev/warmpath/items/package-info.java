/**
 * What items of DynamoDB tables are made of.
 *
 * <p>Problem: instants as {@code Instant.toString} writes them do not sort, counters as versions name two states after a deletion,
 * and expressions written by hand forget a placeholder or meet a reserved word.
 *
 * <p>Use: {@code Timestamps} as the converter of an attribute and for sort keys, {@code Versions} for optimistic locks and ETags,
 * {@code Terms} while an expression is written.
 *
 * <p>Needs: dynamodb, dynamodb-enhanced.
 */
package dev.warmpath.items;
