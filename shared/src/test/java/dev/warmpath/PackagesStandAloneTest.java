package dev.warmpath;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.Set;
import java.util.stream.Collectors;

/** What a package's {@code package-info} says that it needs of ours is what it uses, no more and no less. */
@AnalyzeClasses(packages = "dev.warmpath", importOptions = DoNotIncludeTests.class)
class PackagesStandAloneTest {
    @ArchTest
    static void packagesUseOfOursWhatTheyNameAsTheirNeeds(JavaClasses classes) {
        assertThat(SharedPackage.all())
                .allSatisfy(shared -> assertThat(used(classes, shared))
                        .as("packages of ours that %s uses", shared)
                        .isEqualTo(shared.needs().packages()));
    }

    @ArchTest
    static void noTwoPackagesNeedEachOther(JavaClasses classes) {
        assertThat(SharedPackage.all())
                .allSatisfy(shared -> assertThat(shared.withNeeded().stream().skip(1))
                        .as("packages that need %s, and are needed by it", shared)
                        .noneMatch(needed -> used(classes, needed).contains(shared.name())));
    }

    private static Set<String> used(JavaClasses classes, SharedPackage shared) {
        return classes.stream()
                .filter(type -> shared.contains(type.getPackageName()))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(Dependency::getTargetClass)
                .map(JavaClass::getBaseComponentType)
                .map(JavaClass::getPackageName)
                .filter(name -> !shared.contains(name))
                .flatMap(name -> SharedPackage.all().stream().filter(other -> other.contains(name)))
                .map(SharedPackage::name)
                .collect(Collectors.toSet());
    }
}
