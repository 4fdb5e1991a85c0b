package io.m17.benchmarks.journal;

import io.m17.journal.LogOwner;
import io.m17.journal.RecordLog;
import io.m17.journal.RecordLogTailer;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.file.Path;

/// A tailer of a record log.
final class M17Tail implements LogReader {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final RecordLog log;
    private final RecordLogTailer tailer;

    private M17Tail(RecordLog log) {
        this.log = log;
        this.tailer = log.tailer(1);
    }

    static M17Tail open(Path directory) throws IOException {
        return new M17Tail(RecordLog.openReadOnly(M17Log.file(directory), M17Log.KIND, LogOwner.NONE));
    }

    @Override
    public long poll() {
        return tailer.poll() ? (long) LONG.get(tailer.buffer(), 0) : Long.MIN_VALUE;
    }

    @Override
    public void close() {
        tailer.close();
        log.close();
    }
}
