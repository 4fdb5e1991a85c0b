package io.m17.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SimulationConfigTest {
    @Test
    void refusesImpossibleDays() {
        SimulationConfig small = SimulationConfig.small();
        assertThrows(IllegalArgumentException.class, () -> small.withInstruments(0, 0));
        assertThrows(IllegalArgumentException.class, () -> small.withInstruments(2, 3));
        assertThrows(IllegalArgumentException.class, () -> small.withOutOfOrderShare(1.5));
        assertThrows(IllegalArgumentException.class, () -> small.withClose(LocalTime.of(16, 1)));
        assertThrows(IllegalArgumentException.class, () -> small.withClose(LocalTime.of(13, 0, 30)));
        var error = assertThrows(IllegalArgumentException.class, () -> SimulationConfig.large(-1, 0));
        assertTrue(String.valueOf(error.getMessage()).contains("value=-1"), String.valueOf(error.getMessage()));
    }

    @Test
    void sortsEquitiesByByteAndPutsChainsOnTheMostActive() {
        Universe universe = Universe.of(SimulationConfig.demo());
        assertEquals(
                List.of("AAPL", "AMD", "BRK.B", "MSFT", "NA", "NULL", "SPY", "nan"),
                universe.equities().stream().map(EquityProfile::ticker).toList());
        assertEquals(Set.of("AAPL", "SPY"), universe.chainRoots());
    }

    @Test
    void refusesMoreChainsThanEquitiesThatCarryOptions() {
        SimulationConfig config = SimulationConfig.small().withInstruments(4, 4);
        assertThrows(IllegalArgumentException.class, () -> Universe.of(config));
    }

    @Test
    void drawsDistinctTickersForManyEquities() {
        Universe universe = Universe.of(SimulationConfig.large(1_000, 1_000).withInstruments(3_000, 0));
        assertEquals(
                3_000,
                universe.equities().stream()
                        .map(EquityProfile::ticker)
                        .distinct()
                        .count());
    }
}
