package dev.warmpath.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BucketReaderTest {
    private static final String BUCKET = """
            Resources:
              ReportsBucket:
                Type: AWS::S3::Bucket
            """;

    @Test
    void nameThatCloudFormationMakesUpIsInLowerCase() {
        assertThat(Sam.resolve(BUCKET).buckets()).containsExactly(new BucketSpec("ReportsBucket", "reportsbucket"));
        assertThat(Sam.valueOf("!Ref ReportsBucket", BUCKET)).isEqualTo("reportsbucket");
        assertThat(Sam.valueOf("!GetAtt ReportsBucket.Arn", BUCKET)).isEqualTo("arn:aws:s3:::reportsbucket");
        assertThat(Sam.valueOf("!Sub '${ReportsBucket.Arn}/*'", BUCKET)).isEqualTo("arn:aws:s3:::reportsbucket/*");
    }

    @Test
    void givenNameIsTaken() {
        String named = BUCKET + "    Properties: {BucketName: !Sub 'reports-${AWS::AccountId}'}\n";

        assertThat(Sam.resolve(named).buckets())
                .containsExactly(new BucketSpec("ReportsBucket", "reports-000000000000"));
        assertThat(Sam.valueOf("!Ref ReportsBucket", named)).isEqualTo("reports-000000000000");
    }

    @Test
    void nameThatIsMadeUpFitsThoughTheLogicalIdIsLonger() {
        String id = "Bucket" + "x".repeat(100);

        assertThat(Sam.resolve("Resources:\n  " + id + ":\n    Type: AWS::S3::Bucket\n")
                        .buckets())
                .singleElement()
                .satisfies(bucket -> assertThat(bucket.name()).hasSize(63).startsWith("bucketx"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Reports", "re", "re_ports", "-reports", "reports-", "re..ports", "192.0.2.1"})
    void whatS3RefusesAsANameIsRefused(String name) {
        assertThat(Sam.errorOf(BUCKET + "    Properties: {BucketName: '" + name + "'}\n"))
                .isEqualTo("template.yaml:5: Resources.ReportsBucket.Properties.BucketName: \"" + name
                        + "\" is no name for a bucket; expected 3 to 63 lower-case letters, digits, hyphens and single "
                        + "dots, with a letter or digit at both ends");
    }

    @Test
    void bucketThatItsConditionLeavesOutIsNotThere() {
        assertThat(Sam.resolve("""
                Conditions: {Never: !Equals [a, b]}
                Resources:
                  ReportsBucket:
                    Type: AWS::S3::Bucket
                    Condition: Never
                """).buckets()).isEmpty();
    }
}
