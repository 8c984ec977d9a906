package dev.warmpath;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A pom for one package: without parent, with the dependencies that it needs as {@code shared/pom.xml} declares them. */
final class LiftedPom {
    private static final Pattern DEPENDENCY = Pattern.compile("(?s)<dependency>.*?</dependency>");
    private static final Pattern ARTIFACT_ID = Pattern.compile("<artifactId>(.*?)</artifactId>");

    private static final String FORM = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>dev.warmpath.lifted</groupId>
              <artifactId>%s</artifactId>
              <version>1</version>
              <properties>
                %s
                <host.classifier>%s</host.classifier>
              </properties>
              <dependencyManagement>%s</dependencyManagement>
              <dependencies>
                %s
              </dependencies>
              <build><pluginManagement>%s</pluginManagement></build>
            </project>
            """;

    private final String parent;
    private final String module;

    private LiftedPom(String parent, String module) {
        this.parent = parent;
        this.module = module;
    }

    static LiftedPom ofThisModule() throws IOException {
        return new LiftedPom(Files.readString(Path.of("../pom.xml")), Files.readString(Path.of("pom.xml")));
    }

    /** @param artifactIds what it declares beside the libraries of all tests */
    String declaring(String name, Set<String> artifactIds) {
        String dependencies = Stream.concat(
                        dependencies(parent).stream(),
                        dependencies(module).stream().filter(declared -> isNeeded(declared, artifactIds)))
                .map(LiftedPom::fromThisBuild)
                .collect(Collectors.joining("\n"));
        return FORM.formatted(
                name,
                inside("properties", parent) + inside("properties", module),
                System.getProperty("host.classifier"),
                inside("dependencyManagement", parent),
                dependencies,
                inside("pluginManagement", parent));
    }

    private static boolean isNeeded(String dependency, Set<String> artifactIds) {
        return dependency.contains("<scope>test</scope>") || artifactIds.contains(artifactId(dependency));
    }

    /** What this build makes is in no repository yet. */
    private static String fromThisBuild(String dependency) {
        if (!dependency.contains("<groupId>dev.warmpath</groupId>")) {
            return dependency;
        }
        String jar = Libraries.ofThisBuild(artifactId(dependency)).toString();
        return dependency.replace("<scope>test</scope>", "<scope>system</scope><systemPath>" + jar + "</systemPath>");
    }

    private static String artifactId(String dependency) {
        return ARTIFACT_ID
                .matcher(dependency)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    private static List<String> dependencies(String pom) {
        String withoutManagement = pom.replaceAll("(?s)<dependencyManagement>.*</dependencyManagement>", "")
                .replaceAll("(?s)<build>.*</build>", "");
        return DEPENDENCY
                .matcher(withoutManagement)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static String inside(String element, String pom) {
        return Pattern.compile("(?s)<%1$s>(.*?)</%1$s>".formatted(element))
                .matcher(pom)
                .results()
                .findFirst()
                .orElseThrow(() -> new AssertionError("a pom has no element " + element))
                .group(1);
    }
}
