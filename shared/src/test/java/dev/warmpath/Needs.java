package dev.warmpath;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a package says that it needs, in a paragraph of its {@code package-info} of the form
 *
 * <pre>{@code <p>Needs: {@link dev.warmpath.json}, slf4j-api. Its tests also need: dynamodb.}</pre>
 *
 * <p>Packages of ours come as links, libraries as the artifact ids of {@code shared/pom.xml}; a package without needs says
 * {@code Needs: nothing.} The second sentence may be left out. The test libraries of the pom are everybody's, and not named.
 *
 * @param packages of ours, by full name
 * @param libraries artifact ids
 * @param testLibraries artifact ids that its tests need beside these
 */
record Needs(Set<String> packages, Set<String> libraries, Set<String> testLibraries) {
    private static final String FORM =
            "expected a paragraph \"<p>Needs: {@link dev.warmpath.NAME}, ARTIFACT-ID.\" or \"<p>Needs: nothing.\"";

    private static final Pattern STATEMENT =
            Pattern.compile("<p>Needs: (.+?)\\.(?: Its tests also need: (.+?)\\.)?(?= <p>| @|$| [A-Z])");

    private static final Pattern PACKAGE = Pattern.compile("\\{@link (dev\\.warmpath\\.[a-z0-9]+)}");
    private static final Pattern ARTIFACT_ID = Pattern.compile("[a-z0-9]+(?:[-_.][a-z0-9]+)*");

    /** @throws AssertionError if the documentation has no such statement, or another one in that place */
    static Needs of(String packageName, String packageInfo) {
        Matcher statement = STATEMENT.matcher(documentation(packageInfo));
        if (!statement.find()) {
            throw wrong(packageName, "has no statement of its needs");
        }
        Set<String> packages = new TreeSet<>();
        Set<String> libraries = new TreeSet<>();
        for (String need : list(statement.group(1))) {
            Matcher ours = PACKAGE.matcher(need);
            if (ours.matches()) {
                packages.add(ours.group(1));
            } else {
                libraries.add(artifactId(packageName, need));
            }
        }
        return new Needs(packages, libraries, testLibraries(packageName, statement.group(2)));
    }

    private static Set<String> testLibraries(String packageName, String list) {
        Set<String> libraries = new TreeSet<>();
        for (String need : list == null ? List.<String>of() : list(list)) {
            libraries.add(artifactId(packageName, need));
        }
        return libraries;
    }

    private static List<String> list(String text) {
        return text.equals("nothing") ? List.of() : List.of(text.split(", "));
    }

    private static String artifactId(String packageName, String need) {
        if (!ARTIFACT_ID.matcher(need).matches()) {
            throw wrong(packageName, "names \"" + need + "\" as a need");
        }
        return need;
    }

    /** The comment as one line, without its asterisks. */
    private static String documentation(String packageInfo) {
        int end = packageInfo.indexOf("*/");
        String comment = end < 0 ? "" : packageInfo.substring(0, end);
        return String.join(
                        " ",
                        Stream.of(comment.split("\\R"))
                                .map(Needs::withoutAsterisk)
                                .toList())
                .replaceAll(" +", " ")
                .strip();
    }

    private static String withoutAsterisk(String line) {
        return line.strip().replaceFirst("^/?\\*+ ?", "");
    }

    private static AssertionError wrong(String packageName, String what) {
        return new AssertionError("package-info of " + packageName + " " + what + "; " + FORM);
    }
}
