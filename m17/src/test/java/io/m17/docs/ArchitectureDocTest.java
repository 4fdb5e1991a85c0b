package io.m17.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds the documents against the tree: types and packages that they name, and files that they link to.
final class ArchitectureDocTest {
    private static final Path ROOT = Path.of(System.getProperty("m17.root"));
    private static final Path ARCHITECTURE = ROOT.resolve("docs/architecture.md");
    private static final int MOST_LINES = 150;
    private static final Pattern TYPE = Pattern.compile("`([A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*)`");
    private static final Pattern PACKAGE = Pattern.compile("`(io\\.m17(?:\\.[a-z0-9]+)+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

    @Test
    void namesOnlyTypesThatAreThere() throws IOException {
        Set<String> types =
                sources("src/main/java").map(ArchitectureDocTest::typeOf).collect(Collectors.toSet());
        List<String> named = matches(TYPE, Files.readString(ARCHITECTURE));
        assertFalse(named.isEmpty(), "the page names no type at all");
        assertEquals(
                List.of(), named.stream().filter(type -> !types.contains(type)).toList());
    }

    @Test
    void namesOnlyPackagesThatAreThere() throws IOException {
        Set<String> packages = sources("src/main/java")
                .filter(file -> file.endsWith("package-info.java"))
                .map(file -> packageOf(file.toString().replace('\\', '/')))
                .collect(Collectors.toSet());
        List<String> named = matches(PACKAGE, Files.readString(ARCHITECTURE));
        assertFalse(named.isEmpty(), "the page names no package at all");
        assertEquals(
                List.of(),
                named.stream().filter(name -> !packages.contains(name)).toList());
    }

    @Test
    void checklistNamesOnlyTestsAndTypesThatAreThere() throws IOException {
        Set<String> known = sources("src/main/java", "src/test/java")
                .map(ArchitectureDocTest::typeOf)
                .collect(Collectors.toSet());
        List<String> named = matches(TYPE, Files.readString(ROOT.resolve("docs/checklist.md")));
        assertTrue(named.stream().anyMatch(name -> name.endsWith("Test")), "the checklist names no test at all");
        Set<String> words = Set.of("Empty", "Pending", "Filled", "Cleared", "Retired", "Retire", "PriorityRegion");
        assertEquals(
                List.of(),
                named.stream()
                        .filter(name -> !known.contains(name) && !words.contains(name))
                        .toList());
    }

    @Test
    void staysShort() throws IOException {
        int lines = Files.readAllLines(ARCHITECTURE).size();
        assertTrue(lines <= MOST_LINES, "docs/architecture.md has " + lines + " lines, at most " + MOST_LINES);
    }

    @Test
    void linksResolveInEveryDocument() throws IOException {
        List<Path> documents = documents();
        assertTrue(documents.size() > 2, "documents are missing: " + documents);
        List<String> broken = new ArrayList<>();
        int links = 0;
        for (Path document : documents) {
            for (String link : matches(LINK, Files.readString(document))) {
                links++;
                if (!resolves(document, link)) {
                    broken.add(ROOT.relativize(document) + " -> " + link);
                }
            }
        }
        assertTrue(links > 0, "no document has a link");
        assertEquals(List.of(), broken);
    }

    private static boolean resolves(Path document, String link) {
        if (link.contains("://") || link.startsWith("mailto:") || link.startsWith("#")) {
            return true;
        }
        String file = link.contains("#") ? link.substring(0, link.indexOf('#')) : link;
        return Files.exists(document.resolveSibling(file));
    }

    private static String packageOf(String file) {
        String marker = "src/main/java/";
        return file.substring(file.indexOf(marker) + marker.length(), file.lastIndexOf('/'))
                .replace('/', '.');
    }

    private static List<String> matches(Pattern pattern, String text) {
        Set<String> found = new HashSet<>();
        pattern.matcher(text).results().map(ArchitectureDocTest::first).forEach(found::add);
        return found.stream().sorted().toList();
    }

    private static String first(MatchResult match) {
        return match.group(1);
    }

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>();
        try (Stream<Path> top = Files.list(ROOT);
                Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            Stream.concat(top, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .forEach(documents::add);
        }
        return documents;
    }

    private static String typeOf(Path file) {
        return String.valueOf(file.getFileName()).replace(".java", "");
    }

    /// The Java files of all modules below these folders.
    private static Stream<Path> sources(String... folders) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> modules = Files.list(ROOT)) {
            for (Path module : modules.toList()) {
                for (String folder : folders) {
                    Path sources = module.resolve(folder);
                    if (Files.isDirectory(sources)) {
                        try (Stream<Path> tree = Files.walk(sources)) {
                            tree.filter(file -> file.toString().endsWith(".java"))
                                    .forEach(files::add);
                        }
                    }
                }
            }
        }
        return files.stream();
    }
}
