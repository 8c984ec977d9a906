package dev.warmpath.local.template;

import java.util.Map;

/**
 * One DynamoDB table.
 *
 * @param logicalId its name in the template
 * @param name its name in DynamoDB
 * @param properties its CloudFormation properties
 */
public record TableSpec(String logicalId, String name, Map<String, Object> properties) {}
