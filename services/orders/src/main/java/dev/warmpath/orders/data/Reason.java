package dev.warmpath.orders.data;

/** Why an order was rejected. */
public enum Reason {
    /** The customer has no profile. */
    CUSTOMER_UNKNOWN,
    CUSTOMER_SUSPENDED,
    /** A line names a product that is not in the catalogue. */
    PRODUCT_UNKNOWN,
    OUT_OF_STOCK,
    /** Its products are priced in more than one currency. */
    MIXED_CURRENCIES,
    /** No attempt to fulfil it succeeded. */
    UNPROCESSABLE
}
