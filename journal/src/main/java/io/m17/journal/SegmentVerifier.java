package io.m17.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// Checks every byte of a mapped segment. Reads only; confined to its caller.
final class SegmentVerifier {
    private static final int MAX_FAULTS = 1_000;

    private final Segment segment;
    private final RecordFrames frames;
    private final LogMarks marks;
    private final List<LogFault> faults = new ArrayList<>();

    private long position = LogHeaderLayout.LENGTH_BYTES;
    private long number;
    private final SparseIndex index = new SparseIndex();

    SegmentVerifier(Segment segment) {
        this.segment = segment;
        this.frames = segment.frames();
        this.marks = segment.marks();
        this.number = segment.firstNumber();
    }

    /// Checks segments one after the other, and that each continues the one before.
    ///
    /// @param firstNumber of the first segment
    static List<LogFault> verify(List<Path> segments, long firstNumber) throws IOException {
        List<LogFault> faults = new ArrayList<>();
        long expected = firstNumber;
        for (Path path : segments) {
            try (Segment segment = Segment.open(path, true, Storage.SYSTEM)) {
                SegmentVerifier verifier = new SegmentVerifier(segment);
                if (segment.firstNumber() != expected) {
                    faults.add(new LogFault(path, 0, LogHeaderLayout.FIRST_NUMBER, "the segment continues none"));
                }
                faults.addAll(verifier.run());
                expected = verifier.nextNumber();
            } catch (LogFormatException e) {
                faults.add(new LogFault(path, 0, 0, Objects.requireNonNullElse(e.getMessage(), "not a log")));
            }
        }
        return List.copyOf(faults);
    }

    /// The number behind the last record that [#run] found.
    long nextNumber() {
        return number;
    }

    List<LogFault> run() throws IOException {
        boolean ended = isEnded();
        LogHeader.fault(segment.region().segment(), RecordLogLayout.MAGIC).ifPresent(what -> report(0, 0, what));
        if (marks.isStateDamaged()) {
            report(0, LogHeaderLayout.STATE_MARK, "the state mark does not fit its checksum");
        }
        checkRecords();
        checkDurable();
        if (ended) {
            checkEnd();
        }
        boolean stillEnded = isEnded();
        return ended && !stillEnded ? List.of() : List.copyOf(faults); // a writer took the segment up meanwhile
    }

    private boolean isEnded() {
        return !marks.isStateDamaged() && marks.state() != LogState.OPEN;
    }

    private void checkRecords() {
        byte[] scratch = new byte[segment.header().recordLimitBytes()];
        for (int bytes = frames.bodyBytes(position); bytes >= 0; bytes = frames.bodyBytes(position)) {
            if (!frames.copy(position, number, bytes, scratch, 0)) {
                report(number, position, "the record does not fit its checksum");
            }
            long padding = frames.paddingFault(position, bytes);
            if (padding >= 0) {
                report(number, padding, "a byte behind the record is not zero");
            }
            index.add(number - segment.firstNumber(), position);
            position += RecordLogLayout.frameBytes(bytes);
            number++;
        }
        if (frames.bodyBytes(position) == RecordFrames.TORN) {
            report(number, position, "the length is none of a record, the rest of the segment was not checked");
        }
    }

    private void checkDurable() {
        long durable = marks.durable();
        if (durable == Mark.DAMAGED) {
            report(0, LogHeaderLayout.DURABLE_MARK, "the durable mark does not fit its checksum");
        } else if (number - segment.firstNumber() < durable) {
            report(number, position, "a record that was on the disk is gone");
        }
    }

    /// The end frame stands where mark and records say, holds the index, and only zeros follow.
    private void checkEnd() throws IOException {
        long records = number - segment.firstNumber();
        byte[] expected = index.encoded();
        byte[] found = new byte[expected.length];
        int endFrameBytes = RecordLogLayout.endFrameBytes(records);
        boolean stands = marks.end() * RecordLogLayout.ALIGNMENT_BYTES == position
                && marks.durable() == records
                && position + endFrameBytes <= segment.header().extent()
                && frames.isEnd(position)
                && frames.copy(position, number, found.length, found, 0)
                && Arrays.equals(found, expected);
        if (!stands) {
            report(0, position, "the end frame does not fit the records, the marks or its checksum");
            return;
        }
        long behind = position + RecordLogLayout.BODY + found.length;
        long rest = DataExtents.firstNonZero(
                segment.region(), behind, segment.region().sizeBytes());
        if (rest >= 0) {
            report(0, rest, "a byte behind the end frame is not zero");
        }
    }

    private void report(long recordNumber, long offset, String what) {
        if (faults.size() < MAX_FAULTS) {
            faults.add(new LogFault(segment.path(), recordNumber, offset, what));
        }
    }
}
