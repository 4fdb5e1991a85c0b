package io.m17.journal;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;

/// A fixed-stride log's file, mapped, its header checked.
///
/// @param region the mapping; whoever has this record closes it
/// @param header the fields that never change
/// @param layout where the records stand
record FixedLogFile(MappedRegion region, LogHeader header, FixedLogLayout layout) {

    FixedLogRecords records() {
        return new FixedLogRecords(layout, new SegmentLogMemory(region.segment()));
    }

    /// Opens the file, or creates it when it is absent or its creation was interrupted before it held anything.
    static FixedLogFile open(Path file, FixedLogOptions options, Storage storage) throws IOException {
        MemorySegment head = Files.exists(file) ? LogHeader.load(file, storage) : MemorySegment.NULL;
        if (!LogHeader.isPublished(head)) {
            return create(file, options, storage);
        }
        LogHeader header = LogHeader.read(head, FixedLogLayout.MAGIC, file);
        header.requireKind(options.kind(), file);
        header.requireOwner(options.owner(), file);
        FixedLogLayout layout = layoutOf(header, file);
        if (layout.strideBytes() != options.strideBytes()) {
            throw new LogFormatException(
                    file, "its stride is %d, not %d".formatted(layout.strideBytes(), options.strideBytes()));
        }
        return new FixedLogFile(MappedRegion.openReadWrite(file, layout.fileBytes(), storage), header, layout);
    }

    static FixedLogFile openReadOnly(Path file, int kind) throws IOException {
        MappedRegion region = MappedRegion.openReadOnly(file);
        try {
            LogHeader header = LogHeader.read(region.segment(), FixedLogLayout.MAGIC, file);
            header.requireKind(kind, file);
            return new FixedLogFile(region, header, layoutOf(header, file));
        } catch (IOException | RuntimeException e) {
            region.close();
            throw e;
        }
    }

    private static FixedLogFile create(Path file, FixedLogOptions options, Storage storage) throws IOException {
        FixedLogLayout layout = options.layout();
        MappedRegion region = MappedRegion.create(file, layout.fileBytes(), storage);
        try {
            LogHeader header = options.header();
            header.create(region, storage);
            return new FixedLogFile(region, header, layout);
        } catch (IOException | RuntimeException e) {
            region.close();
            throw e;
        }
    }

    private static FixedLogLayout layoutOf(LogHeader header, Path file) throws IOException {
        FixedLogLayout layout;
        try {
            layout = new FixedLogLayout(header.recordLimitBytes(), header.extent());
        } catch (IllegalArgumentException e) {
            throw new LogFormatException(file, "its sizes are none of a log: " + e.getMessage());
        }
        long foundBytes = Files.size(file);
        if (foundBytes < layout.fileBytes()) {
            throw new LogFormatException(file, "it has %d bytes of its %d".formatted(foundBytes, layout.fileBytes()));
        }
        return layout;
    }
}
