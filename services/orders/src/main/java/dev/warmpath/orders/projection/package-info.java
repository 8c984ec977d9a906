/** What follows from changes of the orders table: revenue, fresh caches, and how many orders come in. */
package dev.warmpath.orders.projection;
