package io.m17.ledger.slot;

import io.m17.ledger.LedgerKind;
import io.m17.ledger.PayloadMeta;
import io.m17.ledger.Reason;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.SlotStatus;
import io.m17.ledger.calendar.ExchangeCalendar;
import io.m17.ledger.calendar.TradingSession;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// A ledger file of eight symbols for tests; symbols 0 and 2 are listed. A payload's id and checksum say where it
/// belongs.
record SampleMatrix(Path file, LedgerKind kind) {
    static final int SYMBOLS = 8;
    static final List<Integer> LISTED = List.of(0, 2);
    static final TradingSession SESSION =
            ExchangeCalendar.nyse().session(LocalDate.of(2024, 7, 2)).orElseThrow();
    static final long NOW_NS = SESSION.closeNs();

    /// Finds every slot that [#fill] did not write there.
    static final SlotResolver RESOLVER = (symbolId, minute, column, slot) -> {
        PayloadMeta meta = meta(symbolId, minute, column, slot.knownEmpty());
        boolean fits = slot.payloadId() == meta.payloadId() && slot.checksum() == meta.checksum();
        return fits ? Reason.NONE : Reason.PAYLOAD_LOST;
    };

    SlotMatrix open(int incarnation) throws IOException {
        return SlotMatrix.open(file, kind, SESSION, SYMBOLS, incarnation);
    }

    SlotMatrix openReadOnly() throws IOException {
        return SlotMatrix.openReadOnly(file, kind, SESSION, 0);
    }

    /// Makes the file with slots of every status, cleanly closed.
    void create() throws IOException {
        SlotMatrix matrix = open(1);
        for (int symbolId : LISTED) {
            matrix.list(symbolId, 0xFFFF);
            for (SlotColumn column : SlotColumn.of(kind)) {
                for (int minute = 0; minute < 300; minute++) {
                    fill(matrix, symbolId, minute, column, minute % 4 == 0);
                }
                blank(matrix, symbolId, 10, column, SlotStatus.CLEARED);
                blank(matrix, symbolId, 11, column, SlotStatus.RETIRED);
                blank(matrix, symbolId, 310, column, SlotStatus.EMPTY);
                matrix.reconcile(symbolId, column, 17);
            }
        }
        matrix.closeCleanly();
    }

    static void fill(SlotMatrix matrix, int symbolId, int minute, SlotColumn column, boolean knownEmpty) {
        Slot from = matrix.read(symbolId, minute, column);
        if (matrix.fill(symbolId, minute, column, from, meta(symbolId, minute, column, knownEmpty))
                == SlotProtocol.LOST) {
            throw new AssertionError("nobody else writes");
        }
    }

    static void blank(SlotMatrix matrix, int symbolId, int minute, SlotColumn column, SlotStatus status) {
        Slot from = matrix.read(symbolId, minute, column);
        if (matrix.blank(symbolId, minute, column, from, status, Reason.INPUT_MISSING, NOW_NS) == SlotProtocol.LOST) {
            throw new AssertionError("nobody else writes");
        }
    }

    static PayloadMeta meta(int symbolId, int minute, SlotColumn column, boolean knownEmpty) {
        int id = (symbolId * 390 + minute) * 16 + column.position() + 1;
        return new PayloadMeta(column.payloadType(), id, 1, id * 31, NOW_NS, knownEmpty);
    }

    /// Turns the bits of one byte that the mask has.
    void flip(long offset, int mask) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            channel.read(one, offset);
            one.put(0, (byte) (one.get(0) ^ mask)).rewind();
            channel.write(one, offset);
        }
    }

    /// What is wrong with the file, an unreadable header included.
    List<String> faults() throws IOException {
        List<String> faults = new ArrayList<>();
        try (SlotMatrix matrix = openReadOnly()) {
            MatrixScan.check(matrix, RESOLVER).forEach(fault -> faults.add(fault.toString()));
        } catch (io.m17.ledger.LedgerException e) {
            faults.add(String.valueOf(e.getMessage()));
        }
        return faults;
    }
}
