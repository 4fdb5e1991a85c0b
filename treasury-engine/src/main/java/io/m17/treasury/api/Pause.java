package io.m17.treasury.api;

import java.time.Duration;

/// How a fetch waits.
@FunctionalInterface
interface Pause {
    void of(Duration time) throws InterruptedException;
}
