package dev.warmpath.telemetry;

/**
 * What a subsegment hangs below.
 *
 * @param outer the subsegment that was open in the same thread, or null
 */
record XRayParent(Invocation invocation, String id, XRaySubsegment outer) {}
