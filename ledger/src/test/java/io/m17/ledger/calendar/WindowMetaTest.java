package io.m17.ledger.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowMetaTest {
    @ParameterizedTest
    @CsvSource({"408, 1, 17, 60000000000", "407, 1, 18, 60000000000", "407, 2, 17, 60000000000", "407, 1, 17, 1"})
    void refusesPartsThatDisagree(int windowIndex, int sessionIndex, int minute, long lengthNs) {
        WindowId id = new WindowId(2025, 1, 17);
        assertThrows(
                IllegalArgumentException.class,
                () -> new WindowMeta(windowIndex, sessionIndex, minute, 0, lengthNs, true, id));
        assertEquals(407, new WindowMeta(407, 1, 17, 0, WindowSpace.WINDOW_NS, true, id).windowIndex());
    }
}
