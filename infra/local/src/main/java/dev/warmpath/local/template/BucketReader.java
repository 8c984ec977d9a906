package dev.warmpath.local.template;

/**
 * Reads {@code AWS::S3::Bucket}.
 *
 * <p>Encryption, access, lifecycle and versions guard and age what lies in a cloud, and are left out here.
 *
 * <p>Source: <a
 * href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucket.html">
 * AWS::S3::Bucket</a>; names: <a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html">General purpose bucket naming
 * rules</a>.
 */
record BucketReader(ResourceNames names) {
    static final int LONGEST_NAME = 63;

    private static final String NAME = "(?!.*\\.\\.)(?!(\\d+\\.){3}\\d+$)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]";

    BucketSpec read(Resource resource) {
        String name =
                names.ref(resource.logicalId(), resource.place()).orElseThrow().asText();
        if (!name.matches(NAME)) {
            throw Properties.of(resource.properties())
                    .at("BucketName")
                    .error("\"" + name + "\" is no name for a bucket; expected 3 to 63 lower-case letters, digits, "
                            + "hyphens and single dots, with a letter or digit at both ends");
        }
        return new BucketSpec(resource.logicalId(), name);
    }
}
