package io.m17.benchmarks.journal;

import io.m17.journal.RecordLog;
import io.m17.journal.RecordLogOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A record log with segments of 1 GiB.
final class M17Log implements LogWriter {
    static final int KIND = 0x7FFF;
    private static final int SEGMENT_BYTES = 1 << 30;

    private final RecordLog log;

    private M17Log(RecordLog log) {
        this.log = log;
    }

    static M17Log create(Path directory) throws IOException {
        Files.createDirectories(directory);
        return new M17Log(RecordLog.open(
                file(directory), RecordLogOptions.of(KIND).withSizes(AppendCost.RECORD_BYTES, SEGMENT_BYTES)));
    }

    static Path file(Path directory) {
        return directory.resolve("log");
    }

    @Override
    public void append(byte[] record) {
        log.append(record);
    }

    @Override
    public void touchAhead() {
        log.touchAhead();
    }

    @Override
    public void touchNext() {}

    @Override
    public void close() {
        log.close();
    }
}
