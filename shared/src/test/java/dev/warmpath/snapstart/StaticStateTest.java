package dev.warmpath.snapstart;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.Temporal;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All environments restored from one snapshot share its static state, so nothing in it may have to differ between them. */
@AnalyzeClasses(packages = "dev.warmpath", importOptions = DoNotIncludeTests.class)
class StaticStateTest {
    private static final Set<String> TIME_OR_CHANCE = Set.of(
            "currentTimeMillis", "nanoTime", "now", "instant", "millis", "randomUUID", "random", "nextInt", "nextLong");

    @ArchTest
    static final ArchRule NO_STATIC_FIELD_MUST_DIFFER = noFields()
            .that()
            .areStatic()
            .should()
            .haveRawType(DescribedPredicate.describe("a generator, time or id", StaticStateTest::mustDiffer))
            .orShould()
            .haveNameMatching("(?i).*(seed|secret|password).*");

    @ArchTest
    static final ArchRule NO_STATIC_INITIALISER_TAKES_TIME_OR_CHANCE = noClasses()
            .should()
            .callMethodWhere(
                    DescribedPredicate.describe("it takes time or chance", StaticStateTest::takesTimeOrChance));

    @ParameterizedTest
    @ValueSource(classes = {StaticGenerator.class, StaticTime.class, StaticId.class, StaticSecret.class})
    void aFieldThatMustDifferIsFound(Class<?> broken) {
        assertThat(breaks(NO_STATIC_FIELD_MUST_DIFFER, broken)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(classes = {StaticNanos.class, StaticText.class})
    void anInitialiserThatTakesTimeOrChanceIsFound(Class<?> broken) {
        assertThat(breaks(NO_STATIC_INITIALISER_TAKES_TIME_OR_CHANCE, broken)).isTrue();
    }

    private static boolean breaks(ArchRule rule, Class<?> broken) {
        return rule.evaluate(new ClassFileImporter().importClasses(broken)).hasViolation();
    }

    private static boolean mustDiffer(JavaClass type) {
        boolean generator = type.isAssignableTo(RandomGenerator.class) && !type.isAssignableTo(SecureRandom.class);
        return generator || type.isAssignableTo(Temporal.class) || type.isEquivalentTo(UUID.class);
    }

    private static boolean takesTimeOrChance(JavaMethodCall call) {
        return call.getOrigin().getName().equals("<clinit>")
                && call.getTargetOwner().getPackageName().startsWith("java.")
                && TIME_OR_CHANCE.contains(call.getName());
    }

    private static final class StaticGenerator {
        static final Random RANDOM = new Random();
    }

    private static final class StaticTime {
        static final Instant START = Instant.EPOCH;
    }

    private static final class StaticId {
        static final UUID ID = new UUID(0, 0);
    }

    private static final class StaticSecret {
        static final String HASH_SEED = "".strip();
    }

    private static final class StaticNanos {
        static final long START = System.nanoTime();
    }

    private static final class StaticText {
        static final String TEXT = "id" + UUID.randomUUID();
    }
}
