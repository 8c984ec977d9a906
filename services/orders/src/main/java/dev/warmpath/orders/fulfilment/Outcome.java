package dev.warmpath.orders.fulfilment;

/** What came of a {@link Move}. */
enum Outcome {
    /** The order has moved. */
    MOVED,
    /** It is pending still, since there is too little stock. */
    OUT_OF_STOCK,
    /** It had been decided on before. */
    DECIDED_BEFORE,
    /** What is under its key was placed by another request. */
    OTHER_BODY,
    /** It has no row, or not yet. */
    MISSING
}
