/** The functions of the orders service, and in {@link dev.warmpath.orders.OrdersWiring} what they are built of. */
package dev.warmpath.orders;
