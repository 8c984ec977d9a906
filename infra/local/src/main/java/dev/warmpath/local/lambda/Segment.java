package dev.warmpath.local.lambda;

import java.util.Map;

/**
 * One X-Ray segment or subsegment as a function sent it.
 *
 * @param document the whole of it
 * @see <a href="https://docs.aws.amazon.com/xray/latest/devguide/xray-api-segmentdocuments.html">X-Ray segment documents</a>
 */
public record Segment(String traceId, String id, String name, Map<String, Object> document) {}
