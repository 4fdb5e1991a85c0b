package io.m17.benchmarks.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.benchmarks.table.PerformancePage.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PerformancePageTest {
    @TempDir
    Path directory;

    @Test
    void keepsTheOtherTable() throws IOException {
        Path page = directory.resolve("performance.md");
        PerformancePage.write(page, Part.DAY, "the day\n");
        PerformancePage.write(page, Part.LEDGER, "the ledger\n");
        PerformancePage.write(page, Part.LEDGER, "the ledger, again\n");
        String text = Files.readString(page);
        assertEquals("the day\n", PerformancePage.standing(text, Part.DAY));
        assertEquals("the ledger, again\n", PerformancePage.standing(text, Part.LEDGER));
    }

    @Test
    void saysWhatWasNotMeasuredYet() throws IOException {
        Path page = directory.resolve("performance.md");
        PerformancePage.write(page, Part.DAY, "the day\n");
        assertEquals("Not measured yet.\n", PerformancePage.standing(Files.readString(page), Part.LEDGER));
    }

    @Test
    void thePageOfTheDocumentsIsTheTemplateWithItsTables() throws IOException {
        Path documents = Path.of(System.getProperty("m17.root", ".."), "docs", "performance.md");
        String text = Files.readString(documents);
        Path page = Files.writeString(directory.resolve("performance.md"), text);
        PerformancePage.write(page, Part.DAY, PerformancePage.standing(text, Part.DAY));
        assertEquals(text, Files.readString(page));
        assertTrue(PerformancePage.standing(text, Part.LEDGER).contains("| claim + fill"));
    }
}
