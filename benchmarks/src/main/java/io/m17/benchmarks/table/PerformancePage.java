package io.m17.benchmarks.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/// `docs/performance.md`: a template with a part for each table. What stands in a part is between two comments, so that
/// writing one keeps the others.
final class PerformancePage {
    private static final String TEMPLATE = "performance.md";
    private static final String UNMEASURED = "Not measured yet.\n";

    /// The tables of the page.
    enum Part {
        DAY,
        LEDGER;

        private String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        private String place() {
            return "{{" + label() + "}}\n";
        }

        private String begin() {
            return "<!-- begin " + label() + " -->\n";
        }

        private String end() {
            return "<!-- end " + label() + " -->\n";
        }
    }

    private PerformancePage() {}

    /// Makes the page of the template, of this part and of the parts that stand in the page already.
    static void write(Path page, Part written, String text) throws IOException {
        String standing = Files.exists(page) ? Files.readString(page) : "";
        String filled = template();
        for (Part part : Part.values()) {
            filled = filled.replace(part.place(), part == written ? text : standing(standing, part));
        }
        Files.writeString(page, filled);
    }

    /// What stands in a page's part.
    static String standing(String page, Part part) {
        int begin = page.indexOf(part.begin());
        int end = page.indexOf(part.end());
        return begin < 0 || end < begin
                ? UNMEASURED
                : page.substring(begin + part.begin().length(), end);
    }

    private static String template() throws IOException {
        try (InputStream in = Objects.requireNonNull(PerformancePage.class.getResourceAsStream(TEMPLATE))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
