/** Products and their stock: what administrators say of them, and what callers are told. */
package dev.warmpath.orders.catalogue;
