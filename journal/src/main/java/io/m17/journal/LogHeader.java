package io.m17.journal;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32C;

/// The fields of a log file's header that never change.
///
/// @param magic eight ASCII characters that name the shape of log
/// @param kind the caller's kind of log
/// @param recordLimitBytes stride, or longest body
/// @param extent capacity in records, or segment length in bytes
/// @param firstNumber number of the file's first record
/// @param segment index of the file in its log
/// @param owner the caller's bytes
record LogHeader(
        String magic, int kind, int recordLimitBytes, long extent, long firstNumber, long segment, LogOwner owner) {
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle MAGIC_WORD =
            ValueLayout.JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN).varHandle();

    /// Makes an all but empty file a log. The magic goes to the disk after everything else: a crash in between
    /// leaves a file that is created again.
    void create(MappedRegion region, Storage storage) throws IOException {
        requireNoRecords(region);
        KillPoint.LOG_GROWN.reached();
        storage.preallocate(region, 0, LogHeaderLayout.LENGTH_BYTES);
        MemorySegment segment = region.segment();
        segment.asSlice(0, LogHeaderLayout.LENGTH_BYTES).fill((byte) 0);
        byte[] fields = encoded();
        MemorySegment.copy(fields, Long.BYTES, segment, ValueLayout.JAVA_BYTE, Long.BYTES, fields.length - Long.BYTES);
        storage.force(region, 0, LogHeaderLayout.LENGTH_BYTES);
        KillPoint.LOG_HEADER_FORCED.reached();
        MAGIC_WORD.setRelease(segment, (long) LogHeaderLayout.MAGIC, magicWord());
        KillPoint.LOG_CREATED.reached();
        storage.force(region, 0, LogHeaderLayout.LENGTH_BYTES);
    }

    private static void requireNoRecords(MappedRegion region) throws IOException {
        long found = DataExtents.firstNonZero(region, LogHeaderLayout.LENGTH_BYTES, region.sizeBytes());
        if (found >= 0) {
            throw new LogFormatException(region.file(), "it has no header but data at offset " + found);
        }
    }

    /// Whether a file's first bytes have a magic at all; a file without one was never completed.
    static boolean isPublished(MemorySegment bytes) {
        return bytes.byteSize() >= Long.BYTES && bytes.get(LONG, LogHeaderLayout.MAGIC) != 0;
    }

    /// A copy of an existing file's first 4096 bytes, or of all that it has.
    static MemorySegment load(Path file, Storage storage) throws IOException {
        return MemorySegment.ofArray(storage.head(file, LogHeaderLayout.LENGTH_BYTES));
    }

    /// Reads and checks the header in a file's first bytes.
    static LogHeader read(MemorySegment bytes, String magic, Path file) {
        if (bytes.byteSize() < LogHeaderLayout.LENGTH_BYTES) {
            throw new LogFormatException(file, "the file is shorter than a header");
        }
        Optional<String> fault = fault(bytes, magic);
        if (fault.isPresent()) {
            throw new LogFormatException(file, fault.get());
        }
        byte[] owner = new byte[LogOwner.LENGTH_BYTES];
        MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, LogHeaderLayout.OWNER, owner, 0, owner.length);
        return new LogHeader(
                magic,
                bytes.get(INT, LogHeaderLayout.KIND),
                bytes.get(INT, LogHeaderLayout.RECORD_LIMIT),
                bytes.get(LONG, LogHeaderLayout.EXTENT),
                bytes.get(LONG, LogHeaderLayout.FIRST_NUMBER),
                bytes.get(LONG, LogHeaderLayout.SEGMENT),
                LogOwner.of(owner));
    }

    /// Throws when this header is not of the kind and owner asked for.
    void requireKind(int wantedKind, Path file) {
        if (kind != wantedKind) {
            throw new LogFormatException(file, "it is of kind %d, not %d".formatted(kind, wantedKind));
        }
    }

    void requireOwner(LogOwner wantedOwner, Path file) {
        if (!owner.equals(wantedOwner)) {
            throw new LogFormatException(file, "its owner is '%s', not '%s'".formatted(owner, wantedOwner));
        }
    }

    /// What is wrong with the header in a file's first bytes, if anything.
    static Optional<String> fault(MemorySegment bytes, String magic) {
        byte[] fields = new byte[LogHeaderLayout.END_OF_FIXED_FIELDS];
        MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, 0, fields, 0, fields.length);
        MemorySegment copy = MemorySegment.ofArray(fields);
        String found = new String(fields, 0, Long.BYTES, StandardCharsets.ISO_8859_1);
        if (!found.equals(magic)) {
            return Optional.of("it does not begin with " + magic);
        }
        int order = copy.get(INT, LogHeaderLayout.BYTE_ORDER);
        if (order != LogHeaderLayout.BYTE_ORDER_MARK) {
            return Optional.of("its byte order is another");
        }
        int version = copy.get(INT, LogHeaderLayout.FORMAT_VERSION);
        if (version != LogHeaderLayout.VERSION) {
            return Optional.of("it is of version %d, this is version %d".formatted(version, LogHeaderLayout.VERSION));
        }
        if (copy.get(INT, LogHeaderLayout.CHECKSUM) != checksum(fields)) {
            return Optional.of("its header does not fit its checksum");
        }
        return reservedFault(bytes);
    }

    private static Optional<String> reservedFault(MemorySegment bytes) {
        for (int at = 0; at < LogHeaderLayout.LENGTH_BYTES; at++) {
            if (LogHeaderLayout.isReserved(at) && bytes.get(ValueLayout.JAVA_BYTE, at) != 0) {
                return Optional.of("reserved byte %d of its header is not zero".formatted(at));
            }
        }
        return Optional.empty();
    }

    private byte[] encoded() {
        byte[] fields = new byte[LogHeaderLayout.END_OF_FIXED_FIELDS];
        MemorySegment out = MemorySegment.ofArray(fields);
        out.set(LONG, LogHeaderLayout.MAGIC, magicWord());
        out.set(INT, LogHeaderLayout.FORMAT_VERSION, LogHeaderLayout.VERSION);
        out.set(INT, LogHeaderLayout.BYTE_ORDER, LogHeaderLayout.BYTE_ORDER_MARK);
        out.set(INT, LogHeaderLayout.KIND, kind);
        out.set(INT, LogHeaderLayout.RECORD_LIMIT, recordLimitBytes);
        out.set(LONG, LogHeaderLayout.EXTENT, extent);
        out.set(LONG, LogHeaderLayout.FIRST_NUMBER, firstNumber);
        out.set(LONG, LogHeaderLayout.SEGMENT, segment);
        MemorySegment.copy(owner.bytes(), 0, out, ValueLayout.JAVA_BYTE, LogHeaderLayout.OWNER, LogOwner.LENGTH_BYTES);
        out.set(INT, LogHeaderLayout.CHECKSUM, checksum(fields));
        return fields;
    }

    private static int checksum(byte[] fields) {
        CRC32C crc = new CRC32C();
        crc.update(fields, 0, LogHeaderLayout.CHECKSUM);
        return (int) crc.getValue();
    }

    private long magicWord() {
        byte[] ascii = magic.getBytes(StandardCharsets.ISO_8859_1);
        return MemorySegment.ofArray(ascii).get(LONG, 0);
    }
}
