/** Accepts orders: each is written as pending, and its message sent to the workers, who decide on it. */
package dev.warmpath.orders.placing;
