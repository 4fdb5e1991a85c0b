package io.m17.journal;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Carries what is sound in a damaged log over to a new one, under the same numbers. The damaged file is only read, its
/// header not even that. Confined to its caller; both files are the caller's alone.
public final class LogSalvage {
    private static final ValueLayout.OfLong MARK = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private LogSalvage() {}

    /// Copies the sound records of a fixed-stride log; the others become void, also those that were cut off the end
    /// when the durable mark says how many there were. A sound log of another kind or owner has nothing that
    /// belongs here.
    ///
    /// @param options that the damaged log was made with
    /// @param storage of the target
    /// @return how many records were lost; at least 1 when the file is another log
    public static long fixed(Path damaged, Path target, FixedLogOptions options, Storage storage) throws IOException {
        try (FixedRecordLog copy = FixedRecordLog.open(target, options, storage)) {
            if (isForeign(damaged, options.header())) {
                return 1;
            }
            long promised = Math.min(promised(damaged), options.capacityRecords());
            long recordBytes = Files.size(damaged) - LogHeaderLayout.LENGTH_BYTES;
            long lost = recordBytes < options.strideBytes() ? 0 : copySound(damaged, copy, options, recordBytes);
            for (; copy.count() < promised; lost++) {
                copy.appendVoid();
            }
            return lost;
        }
    }

    private static long copySound(Path damaged, FixedRecordLog copy, FixedLogOptions options, long recordBytes)
            throws IOException {
        try (MappedRegion region = MappedRegion.openReadOnly(damaged)) {
            long capacity = Math.min(options.capacityRecords(), recordBytes / options.strideBytes());
            FixedLogLayout layout = new FixedLogLayout(options.strideBytes(), capacity);
            FixedLogRecords records = new FixedLogRecords(layout, new SegmentLogMemory(region.segment()));
            byte[] body = new byte[layout.bodyBytes()];
            long last = lastSound(region, layout, records, body);
            long lost = 0;
            for (long number = 1; number <= last; number++) {
                if (records.content(number, body) != FixedLogRecords.Content.VALID) {
                    copy.appendVoid();
                    lost++;
                } else if (records.isBodyZero(number)) {
                    copy.appendVoid();
                } else {
                    copy.append(body);
                }
            }
            return lost;
        }
    }

    /// Whether the file is a log whose header is sound and says that it is another one.
    private static boolean isForeign(Path damaged, LogHeader wanted) throws IOException {
        MemorySegment head = LogHeader.load(damaged, Storage.SYSTEM);
        if (head.byteSize() < LogHeaderLayout.LENGTH_BYTES) {
            return false;
        }
        for (String magic : List.of(FixedLogLayout.MAGIC, RecordLogLayout.MAGIC)) {
            if (LogHeader.fault(head, magic).isEmpty()) {
                LogHeader found = LogHeader.read(head, magic, damaged);
                return !found.magic().equals(wanted.magic())
                        || found.kind() != wanted.kind()
                        || !found.owner().equals(wanted.owner());
            }
        }
        return false;
    }

    /// How many records the durable mark says that there were, 0 when it is not to be trusted.
    private static long promised(Path damaged) throws IOException {
        MemorySegment head = LogHeader.load(damaged, Storage.SYSTEM);
        if (head.byteSize() < LogHeaderLayout.END_OF_MARKS) {
            return 0;
        }
        long word = head.get(MARK, LogHeaderLayout.DURABLE_MARK);
        return Math.max(0, Mark.value(LogHeaderLayout.DURABLE_MARK, word));
    }

    private static long lastSound(MappedRegion region, FixedLogLayout layout, FixedLogRecords records, byte[] scratch)
            throws IOException {
        long last = 0;
        long offset = region.nextData(LogHeaderLayout.LENGTH_BYTES);
        while (offset >= 0 && offset < layout.endOf(layout.capacityRecords())) {
            long end = Math.min(region.nextHole(offset), layout.endOf(layout.capacityRecords()));
            for (long number = layout.numberAt(end - 1); number >= layout.numberAt(offset) && number > last; number--) {
                if (records.content(number, scratch) == FixedLogRecords.Content.VALID) {
                    last = number; // which also ends the loop
                }
            }
            offset = end < layout.endOf(layout.capacityRecords()) ? region.nextData(end) : -1;
        }
        return last;
    }

    /// Copies the sound records of a variable-length log of one segment; the others become records without a body,
    /// also those that were cut off the end when the durable mark says how many there were. A log of more segments
    /// is refused; a sound log of another kind or owner has nothing that belongs here.
    ///
    /// @param options that the damaged log was made with
    /// @param storage of the target
    /// @return how many records were lost; at least 1 when the file is another log
    public static long variable(Path damaged, Path target, RecordLogOptions options, Storage storage)
            throws IOException {
        Path second = damaged.resolveSibling(damaged.getFileName() + ".1");
        if (Files.exists(second)) {
            throw new IOException("A damaged log of several segments is restored from the archive [file=%s, second=%s]"
                    .formatted(damaged, second));
        }
        try (RecordLog copy = RecordLog.open(target, options, storage)) {
            if (isForeign(damaged, options.header(1, 0))) {
                return 1;
            }
            long[] lost = {0};
            soundRecords(damaged, options.maxRecordBytes(), (number, body) -> {
                lost[0] += fillGap(copy, number);
                copy.append(body);
            });
            return lost[0] + fillGap(copy, promised(damaged) + 1);
        }
    }

    /// Hands the sound records of one segment of a variable-length log to the consumer, in order of their numbers.
    /// Reads past what is damaged; the header does not count.
    public static void soundRecords(Path segment, int maxRecordBytes, RecordConsumer consumer) throws IOException {
        if (Files.size(segment) <= LogHeaderLayout.LENGTH_BYTES) {
            return;
        }
        try (MappedRegion region = MappedRegion.openReadOnly(segment)) {
            RecordFrames frames = new RecordFrames(new SegmentLogMemory(region.segment()), maxRecordBytes);
            long last = 0;
            long position = LogHeaderLayout.LENGTH_BYTES;
            while (position + RecordLogLayout.BODY <= region.sizeBytes()) {
                int bodyBytes = frames.bodyBytes(position);
                byte[] body = new byte[Math.max(0, bodyBytes)];
                long number = frames.number(position);
                if (bodyBytes >= 0 && number > last && frames.copy(position, number, bodyBytes, body, 0)) {
                    consumer.accept(number, body);
                    last = number;
                    position += RecordLogLayout.frameBytes(bodyBytes);
                } else {
                    position = nextPosition(region, position);
                }
            }
        }
    }

    /// The next multiple of 8 that may hold something.
    private static long nextPosition(MappedRegion region, long position) throws IOException {
        long next = position + RecordLogLayout.ALIGNMENT_BYTES;
        if (next % Posix.PAGE_BYTES != 0 || next >= region.sizeBytes()) {
            return next;
        }
        long data = region.nextData(next);
        return data < 0 ? region.sizeBytes() : data;
    }

    private static long fillGap(RecordLog copy, long number) {
        long lost = 0;
        while (copy.count() + 1 < number) {
            copy.append(new byte[0]);
            lost++;
        }
        return lost;
    }
}
