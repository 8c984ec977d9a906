/**
 * SQS on this machine: the template's queues, and the mappings by which queues invoke functions.
 *
 * <p>To read in this order: {@link dev.warmpath.local.sqs.Queues} makes the queues, {@link
 * dev.warmpath.local.sqs.QueueMappings} starts a {@code QueuePoller} for each mapping, which collects messages by a {@code
 * MessageSource} and hands each batch to {@code BatchDelivery}; that makes the {@code QueueEvent}, has the function invoked and
 * deletes what its {@code BatchAnswer} does not name as failed. {@link dev.warmpath.local.sqs.DeadLetters} is for a person.
 */
package dev.warmpath.local.sqs;
