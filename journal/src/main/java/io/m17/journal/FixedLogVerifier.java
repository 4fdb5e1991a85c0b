package io.m17.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Checks every byte of a fixed-stride log file that is mapped. Reads only; confined to its caller.
final class FixedLogVerifier {
    private static final int MAX_FAULTS = 1_000;

    private final MappedRegion region;
    private final FixedLogLayout layout;
    private final FixedLogRecords records;
    private final LogMarks marks;
    private final List<LogFault> faults = new ArrayList<>();

    FixedLogVerifier(FixedLogFile file, LogMarks marks) {
        this.region = file.region();
        this.layout = file.layout();
        this.records = file.records();
        this.marks = marks;
    }

    /// @param count the records published now
    List<LogFault> verify(long count) throws IOException {
        boolean closed = isAtRest();
        checkHeader();
        long last = checkMarks(count, closed);
        checkRecords(last);
        if (closed) {
            checkTail(last);
        }
        return List.copyOf(faults);
    }

    private boolean isAtRest() {
        return !marks.isStateDamaged() && marks.state() != LogState.OPEN;
    }

    private void checkHeader() {
        LogHeader.fault(region.segment(), FixedLogLayout.MAGIC).ifPresent(what -> report(0, 0, what));
    }

    /// The record up to which all must be there.
    private long checkMarks(long count, boolean closed) {
        if (marks.isStateDamaged()) {
            report(0, LogHeaderLayout.STATE_MARK, "the state mark does not fit its checksum");
        }
        if (marks.end() != 0) {
            report(0, LogHeaderLayout.END_MARK, "the end mark is not zero");
        }
        long durable = marks.durable();
        if (durable == Mark.DAMAGED || durable > layout.capacityRecords()) {
            report(0, LogHeaderLayout.DURABLE_MARK, "the durable mark does not fit its checksum or the capacity");
            return count;
        }
        return closed ? durable : Math.max(durable, count);
    }

    private void checkRecords(long last) {
        byte[] scratch = new byte[layout.bodyBytes()];
        for (long number = 1; number <= last; number++) {
            if (records.content(number, scratch) != FixedLogRecords.Content.VALID) {
                report(number, layout.offsetOf(number), "the record does not fit its checksum");
            }
        }
    }

    /// What is behind the end must be zero, unless a writer has come to it meanwhile.
    private void checkTail(long last) throws IOException {
        long found = DataExtents.firstNonZero(region, layout.endOf(last), region.sizeBytes());
        if (found >= 0 && isAtRest() && marks.durable() == last) {
            report(0, found, "a byte behind the last record is not zero");
        }
    }

    private void report(long number, long offset, String what) {
        if (faults.size() < MAX_FAULTS) {
            faults.add(new LogFault(region.file(), number, offset, what));
        }
    }
}
