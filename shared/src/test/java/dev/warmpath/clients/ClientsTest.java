package dev.warmpath.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.regions.Region;

class ClientsTest {
    @Test
    void underSnapStartCredentialsComeFromTheContainerEndpoint() {
        assertThat(Clients.credentials(Map.of(
                        "AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://127.0.0.1/credentials",
                        "AWS_ACCESS_KEY_ID", "old")))
                .isInstanceOf(ContainerCredentialsProvider.class);
    }

    @Test
    void onDemandCredentialsComeFromVariables() {
        assertThat(Clients.credentials(Map.of("AWS_ACCESS_KEY_ID", "key")))
                .isInstanceOf(EnvironmentVariableCredentialsProvider.class);
    }

    @Test
    void elsewhereCredentialsAreSearchedAsTheSdkDoes() {
        assertThat(Clients.credentials(Map.of())).isInstanceOf(DefaultCredentialsProvider.class);
    }

    @Test
    void anEndpointOfAnyServiceMeansAnEmulator() {
        assertThat(Clients.reachAws(Map.of("AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:8000")))
                .isFalse();
        assertThat(Clients.reachAws(Map.of("AWS_ENDPOINT_URL", "http://127.0.0.1:4566")))
                .isFalse();
        assertThat(Clients.reachAws(Map.of("AWS_REGION", "eu-north-1"))).isTrue();
    }

    @Test
    void theRegionIsThatOfTheFunction() {
        assertThat(Clients.region(Map.of("AWS_REGION", "eu-north-1"))).isEqualTo(Region.EU_NORTH_1);
    }

    @Test
    void aMissingRegionIsNamed() {
        assertThatThrownBy(() -> Clients.region(Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("AWS_REGION");
    }

    @Test
    void aConnectionThatFailsIsCutOffBeforeTheAttemptIs() {
        assertThat(Clients.CONNECT).isLessThan(Clients.ATTEMPT);
    }
}
