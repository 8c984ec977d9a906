/** What the workers do: decide on orders that were placed, and send those again that nobody has decided on. */
package dev.warmpath.orders.fulfilment;
