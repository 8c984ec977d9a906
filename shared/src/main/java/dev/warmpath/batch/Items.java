package dev.warmpath.batch;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What was read. A key of which nothing is in either part is not in the table.
 *
 * @param found the items, in the order in which their keys were asked for
 * @param unread keys that could not be read in time, of which nothing is known
 */
public record Items(List<Map<String, AttributeValue>> found, List<Map<String, AttributeValue>> unread) {}
