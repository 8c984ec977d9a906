/** What orders, products and messages are, and how the table keeps them. */
package dev.warmpath.orders.data;
