package io.m17.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExpectedColumnsTest {
    private static final ExpectedColumns COLUMNS = new ExpectedColumns(Set.of("SPY"));

    @Test
    void expectsTradesQuotesSidesAndAggregatesOfAnEquity() {
        assertEquals(0b111_1110_1110, COLUMNS.of("QQQ"));
    }

    @Test
    void expectsTheRateOfTheEquitiesThatAreNamed() {
        assertEquals(0b111_1110_1111, COLUMNS.of("SPY"));
    }

    @Test
    void expectsEverythingOfOptions() {
        assertEquals(0b111_1111_1111, COLUMNS.of("O:SPY"));
        assertEquals(0b111_1111_1111, COLUMNS.of("O:SPY251219C00650000"));
    }

    @Test
    void tellsKindsOfInstrumentsByTheirSymbols() {
        assertEquals(InstrumentKind.EQUITY, InstrumentKind.of("O"));
        assertEquals(InstrumentKind.EQUITY, InstrumentKind.of("BRK.B"));
        assertEquals(InstrumentKind.CHAIN, InstrumentKind.of("O:BRKB"));
        assertEquals(InstrumentKind.CHAIN, InstrumentKind.of("O:AMD1"));
        assertEquals(InstrumentKind.CONTRACT, InstrumentKind.of("O:A251219C00650000"));
    }

    @Test
    void findsColumnsByTheirNames() {
        for (SlotColumn column : SlotColumn.ALL) {
            assertEquals(column, SlotColumn.parse(column.label()));
        }
        assertEquals(SlotColumn.TRADE, SlotColumn.parse("trade"));
        assertThrows(IllegalArgumentException.class, () -> SlotColumn.parse("Trade"));
    }

    @Test
    void splitsTheElevenColumnsOverTwoLedgers() {
        assertEquals(
                List.of("rf_rate_ref", "trade_ref", "quote_ref", "aggressor_ref"),
                SlotColumn.of(LedgerKind.TRADE).stream().map(SlotColumn::label).toList());
        assertEquals(
                List.of("greeks_ref", "aggs_1m", "aggs_5m", "aggs_10m", "aggs_30m", "aggs_1h", "aggs_4h"),
                SlotColumn.of(LedgerKind.ENRICHMENT).stream()
                        .map(SlotColumn::label)
                        .toList());
    }
}
