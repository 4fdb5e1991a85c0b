package io.m17.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ServiceNotifierTest {
    @Test
    void knowsTheIntervalOfTheWatchdog() {
        assertEquals(
                Optional.of(Duration.ofSeconds(30)),
                ServiceNotifier.of(Map.of("WATCHDOG_USEC", "30000000")).watchdog());
    }

    @Test
    void hasNoWatchdogWithoutAPositiveNumber() {
        assertEquals(Optional.empty(), ServiceNotifier.of(Map.of()).watchdog());
        assertEquals(
                Optional.empty(),
                ServiceNotifier.of(Map.of("WATCHDOG_USEC", "0")).watchdog());
        assertEquals(
                Optional.empty(),
                ServiceNotifier.of(Map.of("WATCHDOG_USEC", "soon")).watchdog());
    }
}
