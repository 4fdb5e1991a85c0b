package io.m17.ledger.slot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.ledger.LedgerKind;
import org.junit.jupiter.api.Test;

class RowLayoutTest {
    private static final RowLayout TRADE = RowLayout.of(LedgerKind.TRADE, 10_000);
    private static final RowLayout ENRICHMENT = RowLayout.of(LedgerKind.ENRICHMENT, 10_000);

    @Test
    void hasRowsOf160And256Bytes() {
        assertEquals(4, TRADE.slots());
        assertEquals(160, TRADE.rowLengthBytes());
        assertEquals(7, ENRICHMENT.slots());
        assertEquals(256, ENRICHMENT.rowLengthBytes());
    }

    @Test
    void hasItsRowHeaderWhereTheFormatSays() {
        assertEquals(0, RowLayout.MAGIC_AND_IDENTITY);
        assertEquals(8, RowLayout.WINDOW);
        assertEquals(16, RowLayout.START_NS);
        assertEquals(24, RowLayout.END_NS);
        assertEquals(32, RowLayout.ROW_HEADER_LENGTH_BYTES);
        assertEquals(0x0201_0001_5237_316DL, RowLayout.identity(513));
        assertEquals(0xFFFF_0001_5237_316DL, RowLayout.identity(65_535));
    }

    @Test
    void padsBlocksTo64And100KiB() {
        assertEquals(65_536, TRADE.blockLengthBytes());
        assertEquals(102_400, ENRICHMENT.blockLengthBytes());
        assertTrue(390 * TRADE.rowLengthBytes() <= TRADE.blockLengthBytes());
        assertTrue(390 * ENRICHMENT.rowLengthBytes() <= ENRICHMENT.blockLengthBytes());
    }

    @Test
    void makesFilesOf625And977MiBForTenThousandSymbols() {
        assertEquals(4096 + 1_601_536, TRADE.blocksOffset());
        assertEquals(4096 + 1_601_536 + 655_360_000L, TRADE.fileLengthBytes(10_000));
        assertEquals(4096 + 2_560_000, ENRICHMENT.blocksOffset());
        assertEquals(4096 + 2_560_000 + 1_024_000_000L, ENRICHMENT.fileLengthBytes(10_000));
    }

    @Test
    void leavesNoGapAndNoOverlapBetweenRowsAndSlots() {
        for (RowLayout layout : new RowLayout[] {TRADE, ENRICHMENT}) {
            assertEquals(layout.blocksOffset(), layout.rowOffset(0, 0));
            for (int minute = 0; minute < 390; minute++) {
                long next = layout.rowOffset(3, minute) + 32;
                for (int position = 0; position < layout.slots(); position++) {
                    assertEquals(next, layout.slotOffset(3, minute, position));
                    next += 32;
                }
                assertEquals(next, layout.rowOffset(3, minute + 1));
            }
            assertEquals(layout.blockOffset(3) + layout.blockLengthBytes(), layout.blockOffset(4));
        }
    }

    @Test
    void putsTheLastSlotOfTheLastSymbolInsideTheFile() {
        assertEquals(65_535 * 65_536L + 389 * 160 + 32 + 3 * 32, lastSlot(LedgerKind.TRADE));
        assertEquals(65_535 * 102_400L + 389 * 256 + 32 + 6 * 32, lastSlot(LedgerKind.ENRICHMENT));
    }

    private static long lastSlot(LedgerKind kind) {
        RowLayout layout = RowLayout.of(kind, 65_536);
        long slot = layout.slotOffset(65_535, 389, layout.slots() - 1);
        assertTrue(slot + 32 <= layout.fileLengthBytes(65_536));
        return slot - layout.blocksOffset();
    }

    @Test
    void alignsEveryWordThatIsSwapped() {
        for (LedgerKind kind : LedgerKind.values()) {
            for (int symbols = 1; symbols < 200; symbols++) {
                RowLayout layout = RowLayout.of(kind, symbols);
                assertEquals(0, layout.blocksOffset() % 4096);
                assertEquals(0, layout.blockLengthBytes() % 4096);
                assertEquals(0, layout.slotOffset(symbols - 1, 77, 1) % 8);
                assertEquals(0, layout.summary().columnOffset(symbols - 1, 2) % 8);
                assertTrue(layout.summary().headOffset(symbols) <= layout.blocksOffset());
            }
        }
    }
}
