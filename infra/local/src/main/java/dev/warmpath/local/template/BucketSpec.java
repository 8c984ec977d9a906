package dev.warmpath.local.template;

/**
 * One S3 bucket.
 *
 * @param logicalId its name in the template
 * @param name its name in S3, which {@code Ref} answers
 */
public record BucketSpec(String logicalId, String name) {}
