package dev.warmpath.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

class PassingTest {
    @ParameterizedTest
    @CsvSource({
        "ProvisionedThroughputExceededException, 400, true",
        "ThrottlingException, 400, true",
        "RequestLimitExceeded, 400, true",
        "InternalServerError, 500, true",
        "ServiceUnavailable, 503, true",
        "ValidationException, 400, false",
        "ResourceNotFoundException, 400, false",
        "AccessDeniedException, 400, false"
    })
    void anAnswerMayPassIfItIsThrottlingOrAFaultOfTheService(String code, int status, boolean passing) {
        SdkException failure = DynamoDbException.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                .build();

        assertThat(Passing.mayPass(failure)).isEqualTo(passing);
    }

    @Test
    void aConnectionThatIsCutOrTooSlowMayPass() {
        assertThat(Passing.mayPass(SdkClientException.create("cut", new IOException("reset"))))
                .isTrue();
        assertThat(Passing.mayPass(ApiCallAttemptTimeoutException.create(2_000)))
                .isTrue();
    }

    @Test
    void noCredentialsAndAnInterruptDoNotPass() {
        assertThat(Passing.mayPass(SdkClientException.create("No credentials"))).isFalse();
        assertThat(Passing.mayPass(AbortedException.create("Interrupted"))).isFalse();
    }
}
