package dev.warmpath.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class FirstRequestTest {
    @Test
    void everyClassOfTheListExistsInTheLibrariesOfTheLayer() {
        ClassLoader loader = FirstRequestTest.class.getClassLoader();
        assertThat(FirstRequest.classNames())
                .isNotEmpty()
                .allSatisfy(name ->
                        assertThatCode(() -> Class.forName(name, false, loader)).doesNotThrowAnyException());
    }
}
