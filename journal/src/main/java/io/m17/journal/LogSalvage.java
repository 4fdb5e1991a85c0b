package io.m17.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Carries what is sound in a damaged log over to a new one, under the same numbers. The damaged file is only read, its
/// header not even that. Confined to its caller; both files are the caller's alone.
public final class LogSalvage {
    private LogSalvage() {}

    /// Copies the sound records of a fixed-stride log; the others become void.
    ///
    /// @param options that the damaged log was made with
    /// @param storage of the target
    /// @return how many records were lost
    public static long fixed(Path damaged, Path target, FixedLogOptions options, Storage storage) throws IOException {
        try (MappedRegion region = MappedRegion.openReadOnly(damaged);
                FixedRecordLog copy = FixedRecordLog.open(target, options, storage)) {
            long capacity = Math.min(
                    options.capacityRecords(),
                    (region.sizeBytes() - LogHeaderLayout.LENGTH_BYTES) / options.strideBytes());
            FixedLogLayout layout = new FixedLogLayout(options.strideBytes(), Math.max(1, capacity));
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

    /// Copies the sound records of a variable-length log of one segment; the others become records without a body. A
    /// log
    /// of more segments is refused.
    ///
    /// @param options that the damaged log was made with
    /// @param storage of the target
    /// @return how many records were lost
    public static long variable(Path damaged, Path target, RecordLogOptions options, Storage storage)
            throws IOException {
        Path second = damaged.resolveSibling(damaged.getFileName() + ".1");
        if (Files.exists(second)) {
            throw new IOException("A damaged log of several segments is restored from the archive [file=%s, second=%s]"
                    .formatted(damaged, second));
        }
        try (MappedRegion region = MappedRegion.openReadOnly(damaged);
                RecordLog copy = RecordLog.open(target, options, storage)) {
            RecordFrames frames = new RecordFrames(new SegmentLogMemory(region.segment()), options.maxRecordBytes());
            long lost = 0;
            long position = LogHeaderLayout.LENGTH_BYTES;
            while (position + RecordLogLayout.BODY <= region.sizeBytes()) {
                int bodyBytes = frames.bodyBytes(position);
                byte[] body = new byte[Math.max(0, bodyBytes)];
                long number = frames.number(position);
                boolean sound =
                        bodyBytes >= 0 && number > copy.count() && frames.copy(position, number, bodyBytes, body, 0);
                if (sound) {
                    lost += fillGap(copy, number);
                    copy.append(body);
                    position += RecordLogLayout.frameBytes(bodyBytes);
                } else {
                    position += RecordLogLayout.ALIGNMENT_BYTES;
                }
            }
            return lost;
        }
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
