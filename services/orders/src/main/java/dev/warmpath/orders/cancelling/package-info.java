/** Withdraws orders, and gives back the stock that they have taken. */
package dev.warmpath.orders.cancelling;
