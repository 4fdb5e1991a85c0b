package io.m17.ledger.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowIdTest {
    @Test
    void printsAndReadsYearSessionAndMinute() {
        assertEquals("2025:103:017", new WindowId(2025, 103, 17).toString());
        assertEquals(new WindowId(1990, 0, 389), WindowId.parse("1990:000:389"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2025",
                "2025:103",
                "2025:1:2",
                "2025:103:17",
                "2025:103:0017",
                " 2025:103:017",
                "2025-103-017",
                "2025:103:017:0",
                "+025:103:017",
                "٢٠٢٥:103:017"
            })
    void refusesAnyOtherForm(String text) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> WindowId.parse(text));
        assertTrue(refused.toString().contains("[value=" + text + "]"), refused::toString);
        assertTrue(refused.toString().contains("2025:103:017"), refused::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1989:000:000", "2100:000:000", "2025:000:390"})
    void refusesPartsOutOfRange(String text) {
        assertThrows(IllegalArgumentException.class, () -> WindowId.parse(text));
    }

    @Test
    void refusesNegativeParts() {
        assertThrows(IllegalArgumentException.class, () -> new WindowId(2025, -1, 0));
        assertThrows(IllegalArgumentException.class, () -> new WindowId(2025, 1_000, 0));
        assertThrows(IllegalArgumentException.class, () -> new WindowId(2025, 0, -1));
    }
}
