package dev.warmpath.users;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserRulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.com",
                "ada.lovelace+tag@mail.example.co.uk",
                "o'hara@xn--bcher-kva.example",
                "a@b.cd",
                "\u0061_1@1.example"
            })
    void addressesAreTaken(String email) {
        assertThat(UserRules.email(email)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "@example.com",
                "ada@",
                "ada@example",
                "ada@-example.com",
                "ada@example-.com",
                "ada@.com",
                "ada@example..com",
                "ada lovelace@example.com",
                "ada@example.com\n",
                "ada@@example.com",
                "Ada <ada@example.com>"
            })
    void whatIsNoAddressIsRefused(String email) {
        assertThat(UserRules.email(email)).isPresent();
    }

    @Test
    void anAddressHas254CharactersAtMost() {
        String domain = "@" + "d".repeat(60) + "." + "d".repeat(60) + "." + "d".repeat(60) + ".example";
        String longest = "a".repeat(254 - domain.length()) + domain;

        assertThat(UserRules.email(longest)).isEmpty();
        assertThat(UserRules.email("a" + longest)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada", " Ada ", "Zoë Ångström", "王小明", "O'Hara-Šmíd", "\uD83D\uDE80", "می\u200Cخواهم"})
    void namesOfAnyScriptAreTaken(String name) {
        assertThat(UserRules.name(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "\t\n", "Ada\nLovelace", "A\u0000da", "A\u001Bda", "A\u0085da", "A\u2028da", "A\uD83Dda"
            })
    void emptyNamesAndControlCharactersAreRefused(String name) {
        assertThat(UserRules.name(name)).isPresent();
    }

    @Test
    void aNameHas100CharactersAtMostHoweverManyUnitsTheyTake() {
        assertThat(UserRules.name("\uD83D\uDE80".repeat(100))).isEmpty();
        assertThat(UserRules.name("a".repeat(101))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5f0c7e52-6f2e-4d6b-9c7e-0d7f1c2b3a49",
                "auth0|5f7c8ec7c33c6c004bbafe82",
                "google-oauth2|113",
                "a",
                "ada@example.com"
            })
    void subjectsOfProvidersAreUserIds(String userId) {
        assertThat(UserRules.userId(userId)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a/b", "a b", "a%2Fb", "zoë", "-a", "a\n"})
    void whatWouldNotSurviveInAPathIsRefused(String userId) {
        assertThat(UserRules.userId(userId)).isPresent();
    }

    @Test
    void aUserIdHas128CharactersAtMost() {
        assertThat(UserRules.userId("a".repeat(128))).isEmpty();
        assertThat(UserRules.userId("a".repeat(129))).isPresent();
    }

    @Property
    void everyTakenUserIdFitsAKey(@ForAll String text) {
        assertThat(UserRules.userId(text).isPresent() || UserRules.fitsKey(text))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"active", "", "DELETED", "ACTIVE "})
    void anUnknownStatusIsRefused(String status) {
        assertThat(UserRules.status(status)).isPresent();
    }
}
