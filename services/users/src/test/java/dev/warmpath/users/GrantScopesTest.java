package dev.warmpath.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrantScopesTest {
    private static final List<String> OF_EVERY_USER =
            List.of("users:read", "users:write", "orders:read", "orders:write");

    @Test
    void everyUserGetsTheFourScopesOfTheApi() throws IOException {
        assertThat(scopesToAdd(answerTo("token-of-user.json"))).isEqualTo(OF_EVERY_USER);
    }

    @Test
    void membersOfAdminsGetTheScopeAdminToo() throws IOException {
        assertThat(scopesToAdd(answerTo("token-of-admin.json")))
                .isEqualTo(List.of("users:read", "users:write", "orders:read", "orders:write", "admin"));
    }

    @Test
    void aUserWithoutGroupsIsNoAdmin() throws IOException {
        assertThat(scopesToAdd(answerTo("token-of-refresh.json"))).isEqualTo(OF_EVERY_USER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"token-of-user.json", "token-of-admin.json", "token-of-refresh.json"})
    void everythingElseOfTheEventIsKept(String fixture) throws IOException {
        Map<String, Object> event = Json.read(Events.resource(fixture));

        Map<String, Object> answer = answerTo(fixture);

        event.remove("response");
        assertThat(answer).containsAllEntriesOf(event).hasSize(event.size() + 1);
    }

    @Test
    void whatTheResponseHeldAlreadyIsKept() throws IOException {
        Map<String, Object> overrides = overrides(answerTo("token-of-refresh.json"));

        assertThat(overrides).containsEntry("idTokenGeneration", Map.of("claimsToSuppress", List.of("email")));
        assertThat(Json.fields(overrides.get("accessTokenGeneration")))
                .containsEntry("claimsToAddOrOverride", Map.of("tier", "gold"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"adminsx", "Admins", "admin", "x-admins"})
    void onlyTheGroupOfThatVeryNameMakesAdmins(String group) throws IOException {
        String event = Events.text("token-of-user.json").replace("readers", group);

        assertThat(scopesToAdd(answer(event))).isEqualTo(OF_EVERY_USER);
    }

    @Test
    void anEventOfAnotherVersionFailsTheSignIn() throws IOException {
        String event = Events.text("token-version-1.json");

        assertThatThrownBy(() -> answer(event))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("LambdaVersion V2_0");
    }

    @Test
    void primingTakesTheWholePath() {
        assertThatCode(new GrantScopes()::prime).doesNotThrowAnyException();
    }

    private static Object scopesToAdd(Map<String, Object> answer) {
        return Json.fields(overrides(answer).get("accessTokenGeneration")).get("scopesToAdd");
    }

    private static Map<String, Object> overrides(Map<String, Object> answer) {
        return Json.fields(Json.fields(answer.get("response")).get("claimsAndScopeOverrideDetails"));
    }

    private static Map<String, Object> answerTo(String fixture) throws IOException {
        return answer(Events.text(fixture));
    }

    private static Map<String, Object> answer(String event) throws IOException {
        return Json.read(
                new ByteArrayInputStream(Events.call(new GrantScopes(), event).getBytes(StandardCharsets.UTF_8)));
    }
}
