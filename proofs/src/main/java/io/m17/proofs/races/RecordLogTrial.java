package io.m17.proofs.races;

import io.m17.journal.LogMemory;
import io.m17.journal.PublishedFrames;
import io.m17.journal.RecordFrames;
import io.m17.stress.Body;
import io.m17.stress.LogFlaw;
import java.nio.file.Path;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.ThreadIdGen;

/// A variable-length log as the model checker drives it, in the process that writes it: appenders under their lock, and
/// readers that take none. [RecordLogModel] says what must come out.
@Param(name = "thread", gen = ThreadIdGen.class)
@Param(name = "number", gen = IntGen.class, conf = "1:3")
@Param(name = "value", gen = IntGen.class, conf = "1:9")
public class RecordLogTrial {
    static final int THREADS = 8;

    private static final int BODY_BYTES = 8;
    private static final int FRAME_BYTES = 16 + BODY_BYTES;
    private static final int RECORDS = 16;
    private static final Path NAMELESS = Path.of("nameless");

    private final LogMemory memory = new ArrayLogMemory(RECORDS * FRAME_BYTES);
    private final RecordFrames frames = new RecordFrames(memory, BODY_BYTES);
    private final PublishedFrames writer;
    private final PublishedFrames readers;
    private final Object lock = new Object();
    private final int[] tailed = new int[THREADS];

    /// The log as it is.
    public RecordLogTrial() {
        this(LogFlaw.NONE, false);
    }

    /// @param elsewhere whether the readers are another process
    RecordLogTrial(LogFlaw flaw, boolean elsewhere) {
        this.writer = new PublishedFrames(new RecordFrames(flaw.over(memory), BODY_BYTES), 1, NAMELESS, true);
        this.readers = elsewhere ? new PublishedFrames(frames, 1, NAMELESS, false) : writer;
    }

    /// Appends a record and returns its number.
    @Operation
    public long append(@Param(name = "value") int value) {
        synchronized (lock) {
            return writer.append(Body.of(BODY_BYTES, value), 0, BODY_BYTES);
        }
    }

    /// The value of a record, 0 when it is not published, -1 when it is torn.
    @Operation
    public int read(@Param(name = "number") int number) {
        return number > count() ? 0 : valueAt(readers.positionOf(number), number);
    }

    /// Reads the next record.
    @Operation
    public int tail(@Param(name = "thread") int thread) {
        int number = tailed[thread] + 1;
        long position = 4096L + (long) tailed[thread] * FRAME_BYTES;
        int value = valueAt(position, number);
        tailed[thread] += value > 0 ? 1 : 0;
        return value;
    }

    /// How many records are published.
    @Operation
    public long count() {
        if (readers != writer) {
            synchronized (readers) {
                readers.advance();
            }
        }
        return readers.nextNumber() - 1;
    }

    private int valueAt(long position, int number) {
        int bodyBytes = readers.bodyBytes(position, number);
        if (bodyBytes == RecordFrames.UNPUBLISHED) {
            return 0;
        }
        byte[] body = new byte[BODY_BYTES];
        if (bodyBytes != BODY_BYTES || !frames.copy(position, number, bodyBytes, body, 0)) {
            return -1;
        }
        return Body.value(body);
    }
}
