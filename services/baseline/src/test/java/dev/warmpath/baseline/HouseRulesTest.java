package dev.warmpath.baseline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.warmpath.baseline", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {
    /** Nothing of ours: what it is compared with must not improve it by the back door. */
    @ArchTest
    static final ArchRule USES_ONLY_WHAT_EVERYBODY_HAS = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.warmpath.baseline..",
                    "java..",
                    "com.amazonaws.services.lambda..",
                    "com.fasterxml.jackson..",
                    "software.amazon.awssdk..");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("dev.warmpath.baseline.(*)..").should().beFreeOfCycles();
}
