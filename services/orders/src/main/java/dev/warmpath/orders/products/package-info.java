/** The catalogue, as those features read it that need names and prices: by way of caches. */
package dev.warmpath.orders.products;
