package io.m17.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.config.SettingsException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WindowPlaceTest {
    private static final WindowPlace SECOND_MINUTE = new WindowPlace(LocalDate.of(2025, 6, 2), 1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-06-02T09:31",
                "2025-06-02T09:31:59.999",
                "2025-06-02T13:31:00Z",
                "2025:102:001",
            })
    void readsLocalTimesInstantsAndIds(String text) {
        assertEquals(SECOND_MINUTE, WindowPlace.parse(text));
    }

    @Test
    void followsDaylightSavingTime() {
        assertEquals(new WindowPlace(LocalDate.of(2025, 1, 3), 0), WindowPlace.parse("2025-01-03T14:30:00Z"));
        assertEquals(new WindowPlace(LocalDate.of(2025, 1, 3), 389), WindowPlace.parse("2025-01-03T15:59"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-06-02T09:29",
                "2025-06-02T16:00",
                "2025-07-03T13:00",
                "2025-07-04T10:00",
                "2025-06-02",
                "2025:999:001",
                "2025:102:390",
                "1889:000:000",
                "1889-01-02T10:00",
                "noon",
                "",
            })
    void refusesWhatIsNoWindowInOneLine(String text) {
        SettingsException e = assertThrows(SettingsException.class, () -> WindowPlace.parse(text));
        assertEquals(1, String.valueOf(e.getMessage()).lines().count());
    }

    @Test
    void takesADateAsAWholeDayWhenItBoundsARange() {
        long dayNs = TimeBound.toNs("2025-06-02") - TimeBound.fromNs("2025-06-02");
        assertEquals(24L * 3600 * 1_000_000_000, dayNs);
        long shortDayNs = TimeBound.toNs("2025-03-09") - TimeBound.fromNs("2025-03-09");
        assertEquals(23L * 3600 * 1_000_000_000, shortDayNs);
        assertTrue(TimeBound.fromNs("2025-06-02T09:31") == TimeBound.toNs("2025-06-02T13:31:00Z"));
    }
}
