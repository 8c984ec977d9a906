/** Orders as their owners read them. */
package dev.warmpath.orders.reading;
