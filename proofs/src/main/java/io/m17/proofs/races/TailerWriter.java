package io.m17.proofs.races;

import io.m17.journal.FixedLogOptions;
import io.m17.journal.FixedRecordLog;
import io.m17.journal.RecordLog;
import io.m17.journal.RecordLogOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/// The process that a tailer follows: some threads that append to both logs, and then wait to be killed.
public final class TailerWriter {
    static final int APPENDERS = 3;
    static final int SEGMENT_BYTES = 1 << 20;
    static final FixedLogOptions FIXED = FixedLogOptions.of(1, 64, 4_000_000);
    static final RecordLogOptions VARIABLE = RecordLogOptions.of(2).withSizes(TailedBody.MOST_BYTES, SEGMENT_BYTES);

    private static final int RECORDS_EACH = 100_000;

    private TailerWriter() {}

    static Path fixed(Path directory) {
        return directory.resolve("fixed");
    }

    static Path variable(Path directory) {
        return directory.resolve("variable");
    }

    static Path ready(Path directory, int generation) {
        return directory.resolve("ready-" + generation);
    }

    /// `TailerWriter DIRECTORY GENERATION`: how many of these processes there were before.
    public static void main(String[] args) throws IOException {
        Path directory = Path.of(args[0]);
        int generation = Integer.parseInt(args[1]);
        try (FixedRecordLog fixed = FixedRecordLog.open(fixed(directory), FIXED);
                RecordLog variable = RecordLog.open(variable(directory), VARIABLE)) {
            Files.createFile(ready(directory, generation));
            for (int i = 0; i < APPENDERS; i++) {
                int appender = generation * APPENDERS + i;
                Thread.ofPlatform().start(() -> append(fixed, variable, appender));
            }
            for (; ; ) { // ends: the process is killed
                LockSupport.park();
            }
        }
    }

    private static void append(FixedRecordLog fixed, RecordLog variable, int appender) {
        for (int sequence = 0; sequence < RECORDS_EACH; sequence++) {
            fixed.append(TailedBody.of(appender, sequence, fixed.bodyBytes()));
            variable.append(TailedBody.of(appender, sequence, TailedBody.lengthBytes(appender, sequence)));
        }
    }
}
