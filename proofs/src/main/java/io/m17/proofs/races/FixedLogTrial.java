package io.m17.proofs.races;

import io.m17.journal.FixedLogLayout;
import io.m17.journal.FixedLogRecords;
import io.m17.journal.LogMemory;
import io.m17.journal.PublishedCount;
import io.m17.journal.Reservations;
import io.m17.stress.Body;
import io.m17.stress.LogFlaw;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.ThreadIdGen;

/// A fixed-stride log as the model checker drives it. An append is two steps, each of which happens at one moment: a
/// number is taken, and its record is published. [FixedLogModel] says what must come out.
@Param(name = "thread", gen = ThreadIdGen.class)
@Param(name = "number", gen = IntGen.class, conf = "1:3")
@Param(name = "value", gen = IntGen.class, conf = "1:9")
public class FixedLogTrial {
    static final int THREADS = 8;
    static final int CAPACITY = 4;

    private static final FixedLogLayout LAYOUT = new FixedLogLayout(16, CAPACITY);

    private final LogFlaw flaw;
    private final LogMemory memory = new ArrayLogMemory(CAPACITY * LAYOUT.strideBytes());
    private final FixedLogRecords records = new FixedLogRecords(LAYOUT, memory);
    private final Reservations reservations = new Reservations(0);
    private final PublishedCount published = new PublishedCount(records, 0);
    private final long[] taken = new long[THREADS];
    private final long[] tailed = new long[THREADS];

    /// The log as it is.
    public FixedLogTrial() {
        this(LogFlaw.NONE);
    }

    FixedLogTrial(LogFlaw flaw) {
        this.flaw = flaw;
    }

    /// Takes a number, unless the thread has one that it has not published.
    @Operation
    public long take(@Param(name = "thread") int thread) {
        if (taken[thread] > 0) {
            return taken[thread];
        }
        long number = reservations.take(CAPACITY);
        taken[thread] = Math.max(0, number);
        return number;
    }

    /// Publishes the record whose number the thread has taken.
    @Operation
    public boolean publish(@Param(name = "thread") int thread, @Param(name = "value") int value) {
        long number = taken[thread];
        if (number == 0) {
            return false;
        }
        new FixedLogRecords(LAYOUT, flaw.over(memory)).write(number, Body.of(LAYOUT.bodyBytes(), value), 0);
        taken[thread] = 0;
        return true;
    }

    /// The value of a record, 0 when it is not published, -1 when it is torn.
    @Operation
    public int read(@Param(name = "number") int number) {
        if (!records.isPublished(number)) {
            return 0;
        }
        byte[] body = new byte[LAYOUT.bodyBytes()];
        return records.copy(number, body, 0) ? Body.value(body) : -1;
    }

    /// Reads the next record.
    @Operation
    public int tail(@Param(name = "thread") int thread) {
        int value = tailed[thread] == CAPACITY ? 0 : read((int) tailed[thread] + 1);
        tailed[thread] += value > 0 ? 1 : 0;
        return value;
    }

    /// How many records are published without a gap.
    @Operation
    public long count() {
        return published.get();
    }

    /// Gives out no more numbers.
    @Operation
    public void refuse() {
        reservations.refuse();
    }
}
