package io.m17.publication.source;

import io.m17.market.flatfile.ScanReport;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// What is counted of the files that one engine reads. Thread-safe.
final class SourceMeters {
    private final Counter rows;
    private final Counter malformed;
    private final Counter flagged;
    private final Counter bytes;
    private final Counter retries;
    private final Timer latency;
    private final AtomicLong offset = new AtomicLong();

    /// @param engine its name
    SourceMeters(MeterRegistry meters, String engine) {
        this.rows = counter(meters, engine, "m17.source.rows", "Rows of vendor files that were taken in");
        this.malformed = counter(meters, engine, "m17.source.malformed", "Rows of vendor files that were refused");
        this.flagged = counter(
                meters, engine, "m17.source.flagged", "Rows of vendor files that were kept with values that cannot be");
        this.bytes = counter(meters, engine, "m17.source.bytes", "Bytes of vendor files that were read, as stored");
        this.retries = counter(
                meters, engine, "m17.source.retries", "Vendor files that were read again after they could not be read");
        this.latency = Timer.builder("m17.source.latency")
                .description("Time from the first byte of a vendor file to its last slot")
                .tag("engine", engine)
                .register(meters);
        Gauge.builder("m17.source.offset", offset, AtomicLong::doubleValue)
                .description("Bytes of the vendor file in hand that were read, as stored; 0 between files")
                .tag("engine", engine)
                .baseUnit("bytes")
                .register(meters);
    }

    private static Counter counter(MeterRegistry meters, String engine, String name, String description) {
        return Counter.builder(name)
                .description(description)
                .tag("engine", engine)
                .register(meters);
    }

    /// The file in hand has been read up to there.
    void at(long fileOffset) {
        offset.set(fileOffset);
    }

    /// A file was read to its end.
    void read(ScanReport report, long durationNs) {
        rows.increment((double) report.rows());
        malformed.increment((double) report.malformed());
        flagged.increment((double) report.flagged());
        bytes.increment((double) report.fileBytes());
        latency.record(durationNs, TimeUnit.NANOSECONDS);
    }

    void retried() {
        retries.increment();
    }
}
