package dev.warmpath.orders;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import software.amazon.lambda.powertools.metrics.MetricsFactory;

@AnalyzeClasses(packages = "dev.warmpath.orders", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {
    private static final Set<String> TIME_OR_CHANCE =
            Set.of("currentTimeMillis", "nanoTime", "now", "instant", "millis", "randomUUID", "nextInt", "nextLong");

    @ArchTest
    static final ArchRule NO_STATIC_FIELD_MUST_DIFFER_BETWEEN_RESTORES = noFields()
            .that()
            .areStatic()
            .should()
            .haveRawType(describe("a generator, time or id", HouseRulesTest::mustDiffer));

    @ArchTest
    static final ArchRule NO_STATIC_INITIALISER_TAKES_TIME_OR_CHANCE = noClasses()
            .should()
            .callMethodWhere(describe("it takes time or chance", HouseRulesTest::takesTimeOrChance));

    /** Asked directly, the factory would make Powertools' own writer, whose libraries are not in the layer. */
    @ArchTest
    static final ArchRule METRICS_COME_FROM_TELEMETRY =
            noClasses().should().accessClassesThat().belongToAnyOf(MetricsFactory.class);

    private static boolean mustDiffer(JavaClass type) {
        boolean generator = type.isAssignableTo(RandomGenerator.class) && !type.isAssignableTo(SecureRandom.class);
        return generator || type.isEquivalentTo(Instant.class) || type.isEquivalentTo(UUID.class);
    }

    private static boolean takesTimeOrChance(JavaMethodCall call) {
        return call.getOrigin().getName().equals("<clinit>")
                && call.getTargetOwner().getPackageName().startsWith("java.")
                && TIME_OR_CHANCE.contains(call.getName());
    }
}
