package io.m17.ledger.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowSpaceTest {
    private static final WindowSpace SPACE = WindowSpace.of(2025);

    @Test
    void gives390IndicesToEverySession() {
        assertEquals(2025, SPACE.year());
        assertEquals(250, SPACE.sessions().size());
        assertEquals(97_500, SPACE.windowCount());
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-02T14:30:00Z, 0",
        "2025-01-02T14:30:59.999999999Z, 0",
        "2025-01-02T14:31:00Z, 1",
        "2025-01-02T20:59:59.999999999Z, 389",
        "2025-01-03T14:30:00Z, 390",
        "2025-12-31T20:59:00Z, 97499",
        "2025-07-03T16:59:59.999999999Z, 48569",
        "2025-07-07T13:30:00Z, 48750",
    })
    void findsTheWindowOfATime(Instant time, int windowIndex) {
        assertEquals(windowIndex, SPACE.windowIndexAt(epochNs(time)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-01-02T14:29:59.999999999Z",
                "2025-01-02T21:00:00Z",
                "2025-01-01T15:00:00Z",
                "2025-01-09T15:00:00Z",
                "2025-01-11T15:00:00Z",
                "2025-07-03T17:00:00Z",
                "2025-07-03T19:59:00Z",
                "2025-12-31T23:59:59.999999999Z",
                "2025-01-01T00:00:00Z",
                "2024-12-31T20:59:00Z",
                "2026-01-02T14:30:00Z",
                "1970-01-01T00:00:00Z",
                "1960-01-04T15:00:00Z",
            })
    void findsNoWindowOutsideTheSessionsOfTheYear(Instant time) {
        assertEquals(-1, SPACE.windowIndexAt(epochNs(time)));
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, Long.MIN_VALUE + 1, -1, 0, Long.MAX_VALUE - 1, Long.MAX_VALUE})
    void takesAnyTimeArgument(long epochNs) {
        assertEquals(-1, SPACE.windowIndexAt(epochNs));
    }

    @Test
    void describesAWindow() {
        int session = SPACE.sessionIndex(LocalDate.of(2025, 6, 3)).orElseThrow();
        WindowMeta meta = SPACE.windowMeta(session * 390 + 17);
        assertEquals(
                new WindowMeta(
                        40_187,
                        103,
                        17,
                        epochNs(Instant.parse("2025-06-03T13:47:00Z")),
                        epochNs(Instant.parse("2025-06-03T13:48:00Z")),
                        true,
                        new WindowId(2025, 103, 17)),
                meta);
        assertEquals("2025:103:017", meta.id().toString());
        assertEquals(40_187, SPACE.windowIndex(meta.id()));
    }

    @Test
    void keepsWindowsAfterAnEarlyCloseWithoutExpectingThem() {
        int session = SPACE.sessionIndex(LocalDate.of(2025, 7, 3)).orElseThrow();
        WindowMeta last = SPACE.windowMeta(session * 390 + 209);
        WindowMeta after = SPACE.windowMeta(session * 390 + 210);
        assertTrue(last.expected());
        assertFalse(after.expected());
        assertEquals(last.endNs(), after.startNs());
        assertEquals(last.windowIndex(), SPACE.windowIndexAt(last.startNs()));
        assertEquals(-1, SPACE.windowIndexAt(after.startNs()));
    }

    @Test
    void findsTheSessionOfADay() {
        assertEquals(OptionalInt.of(0), SPACE.sessionIndex(LocalDate.of(2025, 1, 2)));
        assertEquals(OptionalInt.of(249), SPACE.sessionIndex(LocalDate.of(2025, 12, 31)));
        assertEquals(OptionalInt.empty(), SPACE.sessionIndex(LocalDate.of(2025, 1, 9)));
        assertEquals(OptionalInt.empty(), SPACE.sessionIndex(LocalDate.of(2024, 1, 2)));
        assertEquals(LocalDate.of(2025, 12, 31), SPACE.session(249).date());
    }

    @Test
    void refusesIndicesBeyondTheYear() {
        assertThrows(IndexOutOfBoundsException.class, () -> SPACE.session(250));
        assertThrows(IndexOutOfBoundsException.class, () -> SPACE.session(-1));
        assertThrows(IndexOutOfBoundsException.class, () -> SPACE.windowMeta(97_500));
        assertThrows(IndexOutOfBoundsException.class, () -> SPACE.windowStartNs(-1));
        assertThrows(IndexOutOfBoundsException.class, () -> SPACE.isExpected(97_500));
    }

    @Test
    void refusesAWindowIdOfAnotherYearOrOfNoSession() {
        assertThrows(IllegalArgumentException.class, () -> SPACE.windowIndex(new WindowId(2024, 0, 0)));
        IllegalArgumentException beyond =
                assertThrows(IllegalArgumentException.class, () -> SPACE.windowIndex(new WindowId(2025, 250, 0)));
        assertTrue(beyond.toString().contains("[id=2025:250:000, year=2025, sessions=250]"), beyond::toString);
    }

    private static long epochNs(Instant instant) {
        return ChronoUnit.NANOS.between(Instant.EPOCH, instant);
    }
}
