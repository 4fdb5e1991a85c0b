package io.m17.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

final class TableTest {
    @Test
    void setsWordsLeftAndNumbersRight() {
        StringWriter text = new StringWriter();
        Table table = Table.of("name", "count").row("a", 1).row("long one", 12_345L);
        try (PrintWriter out = new PrintWriter(text)) {
            table.print(out);
        }
        assertEquals(
                "name       count\na              1\nlong one  12,345\n",
                text.toString().replace("\r", ""));
    }

    @Test
    void refusesARowOfAnotherWidth() {
        Table table = Table.of("a", "b");
        assertThrows(IllegalArgumentException.class, () -> table.row("x"));
    }
}
