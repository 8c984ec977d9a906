package dev.warmpath;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.ClassesShouldConjunction;

/** What each {@code package-info} says a package needs of ours is all that it uses, so that it can be copied. */
@AnalyzeClasses(packages = "dev.warmpath", importOptions = DoNotIncludeTests.class)
class PackagesStandAloneTest {
    @ArchTest
    static final ArchRule JSON_NEEDS_NONE_OF_OURS = only("dev.warmpath.json", "dev.warmpath.json");

    @ArchTest
    static final ArchRule ENV_NEEDS_NONE_OF_OURS = only("dev.warmpath.env", "dev.warmpath.env");

    @ArchTest
    static final ArchRule SNAPSTART_NEEDS_NONE_OF_OURS = only("dev.warmpath.snapstart", "dev.warmpath.snapstart");

    @ArchTest
    static final ArchRule HTTP_NEEDS_JSON_AND_DEADLINE =
            only("dev.warmpath.http", "dev.warmpath.http", "dev.warmpath.json", "dev.warmpath.deadline");

    @ArchTest
    static final ArchRule DEADLINE_NEEDS_NONE_OF_OURS = only("dev.warmpath.deadline", "dev.warmpath.deadline");

    @ArchTest
    static final ArchRule CONCURRENT_NEEDS_DEADLINE_AND_TELEMETRY = only(
            "dev.warmpath.concurrent", "dev.warmpath.concurrent", "dev.warmpath.deadline", "dev.warmpath.telemetry");

    private static ClassesShouldConjunction only(String of, String... needed) {
        return noClasses()
                .that()
                .resideInAPackage(of)
                .should()
                .dependOnClassesThat(resideInAPackage("dev.warmpath..").and(not(resideInAnyPackage(needed))));
    }
}
