package io.m17.ledger.slot;

import io.m17.journal.KillPoint;
import io.m17.journal.MappedRegion;
import io.m17.journal.Storage;
import io.m17.ledger.LedgerException;
import io.m17.ledger.LedgerKind;
import io.m17.ledger.calendar.TradingSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A ledger file that is mapped and is what it should be: of that kind and session, and as long as its cap asks for.
///
/// @param symbols how many fit, as its header says
record MatrixFile(MappedRegion region, SlotMemory memory, int symbols) {
    /// Maps a file for writing, made when it is absent.
    static MatrixFile open(Path file, LedgerKind kind, TradingSession session, int symbols, Storage storage)
            throws IOException {
        long lengthBytes = RowLayout.of(kind, symbols).fileLengthBytes(symbols);
        if (Files.exists(file)) {
            requireLength(file, Files.size(file), lengthBytes);
        }
        MappedRegion region = MappedRegion.create(file, lengthBytes, storage);
        try {
            SegmentSlotMemory memory = new SegmentSlotMemory(region.segment());
            if (!FileHeader.isWritten(memory)) {
                storage.preallocate(region, 0, FileHeader.LENGTH_BYTES);
                FileHeader.write(memory, kind, session, symbols);
                KillPoint.MATRIX_CREATED.reached();
            }
            return new MatrixFile(region, memory, FileHeader.check(memory, file, kind, session));
        } catch (RuntimeException | IOException e) {
            region.close();
            throw e;
        }
    }

    /// Maps an existing file for reading.
    static MatrixFile openReadOnly(Path file, LedgerKind kind, TradingSession session) throws IOException {
        MappedRegion region = MappedRegion.openReadOnly(file);
        try {
            if (region.sizeBytes() < FileHeader.LENGTH_BYTES) {
                throw wrongLength(file, region.sizeBytes(), FileHeader.LENGTH_BYTES);
            }
            SegmentSlotMemory memory = new SegmentSlotMemory(region.segment());
            int stored = FileHeader.check(memory, file, kind, session);
            requireLength(file, region.sizeBytes(), RowLayout.of(kind, stored).fileLengthBytes(stored));
            return new MatrixFile(region, memory, stored);
        } catch (RuntimeException e) {
            region.close();
            throw e;
        }
    }

    private static void requireLength(Path file, long lengthBytes, long wanted) {
        if (lengthBytes != wanted) {
            throw wrongLength(file, lengthBytes, wanted);
        }
    }

    private static LedgerException wrongLength(Path file, long lengthBytes, long wanted) {
        return new LedgerException("the ledger file was cut or lengthened [file=" + file + ", length_bytes="
                + lengthBytes + ", wanted=" + wanted + "]; m17 run sets the file aside and rebuilds it");
    }
}
