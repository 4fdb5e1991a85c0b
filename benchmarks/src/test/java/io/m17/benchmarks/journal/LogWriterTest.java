package io.m17.benchmarks.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// That a reader sees what a writer appends.
class LogWriterTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void showsEachRecordToATailer(LogWriter.Kind kind) throws IOException {
        ByteBuffer record = ByteBuffer.allocate(AppendCost.RECORD_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        try (LogWriter writer = LogWriter.create(kind, directory.resolve("log"))) {
            writer.append(record.putLong(0, 1).array());
            try (LogReader reader = LogReader.open(kind, directory.resolve("log"))) {
                assertEquals(1, reader.poll());
                assertEquals(Long.MIN_VALUE, reader.poll());
                writer.touchAhead();
                writer.touchNext();
                writer.append(record.putLong(0, 2).array());
                assertEquals(2, reader.poll());
            }
        }
    }

    @Test
    void readsQuantilesBackFromAProcessesOutput() {
        Quantiles times = new Quantiles(1, 20, 300, 4000);
        assertEquals(times, Quantiles.parse("a warning\n" + times + "\n"));
    }
}
