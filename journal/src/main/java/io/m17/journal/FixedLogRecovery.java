package io.m17.journal;

import java.io.IOException;
import java.nio.file.Path;

/// Puts a fixed-stride log right after a crash, from its durable mark on: a record begun and never published
/// becomes void when published ones stand behind it, and is zeroed when none do. Done twice, or again after a crash
/// inside, it ends in the same bytes. Confined to the opener.
final class FixedLogRecovery {
    private final MappedRegion region;
    private final FixedLogLayout layout;
    private final FixedLogRecords records;
    private final LogMarks marks;
    private final Storage storage;
    private final byte[] scratch;

    private long lastValid;
    private long cutRecords;

    private FixedLogRecovery(FixedLogFile file, LogMarks marks, Storage storage) {
        this.region = file.region();
        this.layout = file.layout();
        this.records = file.records();
        this.marks = marks;
        this.storage = storage;
        this.scratch = new byte[layout.bodyBytes()];
    }

    /// Recovers a log that was not closed; of one that was, only reads the marks.
    static RecoveryReport recover(FixedLogFile file, LogMarks marks, Storage storage) throws IOException {
        long durable = marks.requireDurable();
        Path path = file.region().file();
        if (durable > file.layout().capacityRecords()) {
            throw new LogFormatException(path, "its durable mark is beyond its capacity");
        }
        return switch (marks.state()) {
            case CLOSED, SEALED -> new RecoveryReport(path, durable, 0, 0, 0, true);
            case OPEN -> new FixedLogRecovery(file, marks, storage).run(durable);
            case ROLLED -> throw new LogFormatException(path, "its state is one of a segmented log");
        };
    }

    private RecoveryReport run(long durable) throws IOException {
        if (durable > 0 && records.content(durable, scratch) != FixedLogRecords.Content.VALID) {
            throw new CorruptRecordException(region.file(), durable);
        }
        long from = layout.endOf(durable);
        long to = layout.endOf(layout.capacityRecords());
        lastValid = durable;
        DataExtents.visit(region, from, to, this::findLastValid);
        long voided = fillHoles(durable);
        DataExtents.visit(region, layout.endOf(lastValid), to, this::countTorn);
        long cutBytes = DataExtents.zero(region, layout.endOf(lastValid), to);
        KillPoint.TAIL_CUT.reached();
        makeDurable(from, to);
        return new RecoveryReport(region.file(), lastValid, voided, cutRecords, cutBytes, false);
    }

    private void findLastValid(long start, long end) {
        long first = Math.max(layout.numberAt(start), lastValid + 1);
        for (long number = layout.numberAt(end - 1); number >= first; number--) {
            if (records.isPublished(number) && records.copy(number, scratch, 0)) {
                lastValid = number;
                return;
            }
        }
    }

    private long fillHoles(long durable) throws IOException {
        if (lastValid > durable) { // a restored file may be sparse where records were
            long from = layout.endOf(durable);
            storage.preallocate(region, from, layout.endOf(lastValid) - from);
        }
        long voided = 0;
        for (long number = durable + 1; number < lastValid; number++) {
            if (records.content(number, scratch) != FixedLogRecords.Content.VALID) {
                records.makeVoid(number);
                KillPoint.RECORD_VOIDED.reached();
                voided++;
            }
        }
        return voided;
    }

    private void countTorn(long start, long end) {
        long first = Math.max(layout.numberAt(start), lastValid + 1);
        for (long number = first; number <= layout.numberAt(end - 1); number++) {
            if (records.content(number, scratch) == FixedLogRecords.Content.TORN && layout.offsetOf(number) >= start) {
                cutRecords++;
            }
        }
    }

    private void makeDurable(long from, long to) throws IOException {
        if (to > from) {
            storage.force(region, from, to - from);
        }
        KillPoint.RECOVERY_FORCED.reached();
        marks.storeDurable(lastValid);
        marks.force();
        KillPoint.RECOVERY_MARKED.reached();
        marks.storeState(LogState.CLOSED);
        marks.force();
    }
}
