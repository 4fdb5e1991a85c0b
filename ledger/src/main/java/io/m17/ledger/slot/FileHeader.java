package io.m17.ledger.slot;

import io.m17.ledger.LedgerException;
import io.m17.ledger.LedgerKind;
import io.m17.ledger.calendar.TradingSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/// The first page of a ledger file. Written once, the magic last; only the marks change afterwards.
///
/// | offset | size | field |
/// | ---: | ---: | --- |
/// | 0 | 8 | magic, `m17LEDGR` |
/// | 8 | 4 | format version |
/// | 12 | 4 | ledger kind: 1 trade, 2 enrichment |
/// | 16 | 4 | byte order mark, 0x01020304 |
/// | 20 | 4 | symbol cap |
/// | 24 | 4 | session date, days since the Unix epoch |
/// | 28 | 4 | session index in the year |
/// | 32 | 8 | open, nanoseconds since the Unix epoch |
/// | 40 | 8 | close |
/// | 48 | 4 | CRC-32C of bytes 8 to 47 |
/// | 52 | 4 | reserved, zero |
/// | 2048 | 8 | open mark: the incarnation that writes the file u16, check u48; 0 after a clean stop |
/// | 2560 | 24 | durable mark: commits i64, up to, nanoseconds since the Unix epoch i64, CRC-32C of both u64 |
/// | 3072 | 24 | durable mark of every other commit |
///
/// All other bytes are zero.
final class FileHeader {
    static final long LENGTH_BYTES = 4096;
    static final long OPEN_MARK = 2048;
    static final int DURABLE_MARKS = 2;
    static final int DURABLE_MARK_LENGTH_BYTES = 24;
    static final int MARK_COMMITS = 0;
    static final int MARK_UP_TO = 8;
    static final int MARK_CHECK = 16;
    static final int FORMAT_VERSION = 2;

    private static final long FIRST_DURABLE_MARK = 2560;
    private static final long SECTOR_BYTES = 512;
    private static final long MAGIC = 0x524744454C37316DL; // "m17LEDGR"
    static final int FIELDS_LENGTH_BYTES = 56;
    private static final int CHECKED_FROM = 8;
    private static final int CHECKSUM = 48;
    private static final int BYTE_ORDER_MARK = 0x01020304;

    private FileHeader() {}

    /// The open mark of an incarnation.
    static long openMark(int incarnation) {
        return incarnation | (SlotProtocol.mix(incarnation) & ~0xFFFFL);
    }

    /// Where a copy of the durable mark stands; each has a sector of its own.
    static long durableMarkOffset(int copy) {
        return FIRST_DURABLE_MARK + copy * SECTOR_BYTES;
    }

    static boolean isWritten(SlotMemory memory) {
        return memory.getAcquire(0) != 0;
    }

    static void write(SlotMemory memory, LedgerKind kind, TradingSession session, int symbols) {
        ByteBuffer header = encode(kind, session, symbols);
        for (int offset = CHECKED_FROM; offset < FIELDS_LENGTH_BYTES; offset += Long.BYTES) {
            memory.set(offset, header.getLong(offset));
        }
        memory.setRelease(0, header.getLong(0));
    }

    /// The symbol cap of a file, after checking that the header is that of this ledger and session.
    static int check(SlotMemory memory, Path file, LedgerKind kind, TradingSession session) {
        int version = (int) memory.get(8);
        if (memory.getAcquire(0) == MAGIC && version != FORMAT_VERSION) {
            throw new LedgerException("the ledger file has another format version [file=" + file + ", version="
                    + version + ", supported=" + FORMAT_VERSION + "]; use the m17 that wrote it");
        }
        int symbols = (int) (memory.get(16) >>> 32);
        ByteBuffer wanted = encode(kind, session, symbols);
        for (int offset = 0; offset < FIELDS_LENGTH_BYTES; offset += Long.BYTES) {
            if (memory.get(offset) != wanted.getLong(offset)) {
                throw new LedgerException("the ledger file's header is damaged or of another session [file=" + file
                        + ", offset=" + offset + "]; m17 run sets the file aside and rebuilds it");
            }
        }
        return symbols;
    }

    private static ByteBuffer encode(LedgerKind kind, TradingSession session, int symbols) {
        ByteBuffer header = ByteBuffer.allocate(FIELDS_LENGTH_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        header.putLong(0, MAGIC)
                .putInt(8, FORMAT_VERSION)
                .putInt(12, kind.ordinal() + 1)
                .putInt(16, BYTE_ORDER_MARK)
                .putInt(20, symbols)
                .putInt(24, Math.toIntExact(session.date().toEpochDay()))
                .putInt(28, session.index())
                .putLong(32, session.openNs())
                .putLong(40, session.closeNs());
        CRC32C crc = new CRC32C();
        crc.update(header.array(), CHECKED_FROM, CHECKSUM - CHECKED_FROM);
        return header.putInt(CHECKSUM, (int) crc.getValue());
    }
}
