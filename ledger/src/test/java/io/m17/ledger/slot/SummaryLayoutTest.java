package io.m17.ledger.slot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class SummaryLayoutTest {
    private static final SummaryLayout TRADE = new SummaryLayout(4096, 4);
    private static final SummaryLayout ENRICHMENT = new SummaryLayout(4096, 7);

    @Test
    void hasItsFieldsWhereTheFormatSays() {
        assertEquals(0, SummaryLayout.HEAD);
        assertEquals(32, SummaryLayout.HEAD_LENGTH_BYTES);
        assertEquals(0, SummaryLayout.COUNTS);
        assertEquals(8, SummaryLayout.KNOWN_EMPTY);
        assertEquals(16, SummaryLayout.CHANGES);
        assertEquals(24, SummaryLayout.RECONCILED);
        assertEquals(32, SummaryLayout.COLUMN_LENGTH_BYTES);
    }

    @Test
    void takes160And256BytesASymbol() {
        assertEquals(160, TRADE.lengthBytes());
        assertEquals(256, ENRICHMENT.lengthBytes());
    }

    @Test
    void leavesNoGapBetweenColumnsAndSymbols() {
        assertEquals(4096, TRADE.headOffset(0));
        assertEquals(4096 + 160, TRADE.headOffset(1));
        for (SummaryLayout layout : new SummaryLayout[] {TRADE, ENRICHMENT}) {
            long next = layout.headOffset(5) + 32;
            for (int position = 0; position < layout.columns(); position++) {
                assertEquals(next, layout.columnOffset(5, position));
                next += 32;
            }
            assertEquals(next, layout.headOffset(6));
        }
    }

    @Test
    void givesEverySymbolAHeadOfItsOwn() {
        assertEquals(0x000F_0001, (int) SummaryLayout.head(7, 0xF));
        assertNotEquals(SummaryLayout.head(7, 0xF) >>> 32, SummaryLayout.head(8, 0xF) >>> 32);
        assertNotEquals(SummaryLayout.head(7, 0xF) >>> 32, SummaryLayout.head(7, 0xE) >>> 32);
    }

    @Test
    void keepsTheChangeSequenceBesideTheKnownEmptyWindows() {
        assertEquals(390, SummaryLayout.knownEmptyWord(390, 0));
        assertEquals(0xFFFF_FFFF_FFFF_0005L, SummaryLayout.knownEmptyWord(5, 1));
        assertEquals(0xFFFF_FFFF_0000_0000L, SummaryLayout.knownEmptyWord(0, 1 << 16));
    }

    @Test
    void checksWhatWasReconciled() {
        assertEquals(0, SummaryLayout.reconciled(0));
        assertEquals(123, SummaryLayout.reconciled(123) & SummaryLayout.CHANGES_MASK);
        assertNotEquals(123, SummaryLayout.reconciled(123));
    }
}
