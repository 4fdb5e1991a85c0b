package io.m17.treasury.api;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/// Counts what is asked of the yields API, and how it went. Thread-safe.
final class ApiMeters {
    private final Counter requests;
    private final Counter retries;
    private final Counter failures;
    private final AtomicLong lastSuccess = new AtomicLong();

    ApiMeters(MeterRegistry meters) {
        this.requests = Counter.builder("m17.treasury.api.requests")
                .description("Requests to the yields API, repeated ones included")
                .register(meters);
        this.retries = Counter.builder("m17.treasury.api.retries")
                .description("Requests to the yields API that repeated one")
                .register(meters);
        this.failures = Counter.builder("m17.treasury.api.failures")
                .description("Fetches from the yields API that were refused or given up")
                .register(meters);
        Gauge.builder("m17.treasury.api.last.success", lastSuccess::get)
                .description(
                        "Moment, in seconds since the epoch, of the last whole fetch from the yields API; 0 for none")
                .baseUnit("seconds")
                .register(meters);
    }

    void requested(int attempt) {
        requests.increment();
        if (attempt > 1) {
            retries.increment();
        }
    }

    void failed() {
        failures.increment();
    }

    void succeeded(Instant at) {
        lastSuccess.set(at.getEpochSecond());
    }
}
