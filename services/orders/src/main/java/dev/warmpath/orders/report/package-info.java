/**
 * The report of a day's orders: read in parallel from the whole table, written as a sorted list and as sums by status and
 * product, and stored where the same day always finds the same two objects.
 */
package dev.warmpath.orders.report;
