package io.m17.greeks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExerciseRulesTest {
    private final ExerciseRules rules = ExerciseRules.withEuropean(Set.of("XYZ", "SPX"));

    @ParameterizedTest
    @CsvSource({
        "SPX, EUROPEAN, AM",
        "SPXW, EUROPEAN, PM",
        "XSP, EUROPEAN, PM",
        "NDX, EUROPEAN, AM",
        "NDXP, EUROPEAN, PM",
        "RUT, EUROPEAN, AM",
        "XEO, EUROPEAN, PM",
        "VIX, EUROPEAN, FUTURE",
        "VIXW, EUROPEAN, FUTURE",
        "XYZ, EUROPEAN, PM",
        "OEX, AMERICAN, PM",
        "SPY, AMERICAN, PM"
    })
    void knowsHowARootIsExercised(String root, ExerciseStyle style, Settlement settlement) {
        assertEquals(new ExerciseRule(style, settlement), rules.of(root));
    }

    @Test
    void takesEveryOtherRootAsEuropeanWhenToldTo() {
        ExerciseRules all = ExerciseRules.withEuropean(Set.of(ExerciseRules.ALL));
        assertEquals(ExerciseStyle.EUROPEAN, all.of("SPY").style());
        assertEquals(Settlement.AM, all.of("SPX").settlement());
    }

    /// The close is at 13:00 on 2025-11-28, the Saturday 2013-10-19 stands for the Friday before, and Good Friday 2025
    /// for the Thursday.
    @ParameterizedTest
    @CsvSource({
        "SPY, 2025-06-20, 2025-06-20T20:00:00Z",
        "SPX, 2025-06-20, 2025-06-20T13:30:00Z",
        "SPXW, 2025-06-20, 2025-06-20T20:00:00Z",
        "SPY, 2025-11-28, 2025-11-28T18:00:00Z",
        "SPX, 2025-11-28, 2025-11-28T14:30:00Z",
        "SPY, 2013-10-19, 2013-10-18T20:00:00Z",
        "SPX, 2013-10-19, 2013-10-18T13:30:00Z",
        "SPY, 2025-04-18, 2025-04-17T20:00:00Z",
        "SPY, 2025-12-19, 2025-12-19T21:00:00Z"
    })
    void expiresToTheMinute(String root, LocalDate expiration, Instant expected) {
        long expiryNs = rules.of(root).expiryNs(expiration);
        assertEquals(expected, Instant.ofEpochSecond(0, expiryNs));
    }
}
