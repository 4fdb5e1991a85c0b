package io.m17.ledger.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.ledger.Ledger;
import io.m17.ledger.PayloadMeta;
import io.m17.ledger.PayloadType;
import io.m17.ledger.Reason;
import io.m17.ledger.SampleState;
import io.m17.ledger.SetResult;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.SlotStatus;
import io.m17.ledger.slot.ColumnCounts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionLedgerTest {
    private static final OptionalLong ANY = OptionalLong.empty();
    private static final long NOW_NS = SampleState.NOW_NS;

    @FunctionalInterface
    private interface Setter {
        SetResult set(int symbolId, int minute, PayloadMeta meta, OptionalLong expectedVersion);
    }

    @TempDir
    private Path directory;

    private Ledger ledger;
    private SessionLedger session;
    private int spy;

    @BeforeEach
    void open() {
        ledger = Ledger.open(SampleState.options(directory), NOW_NS);
        ledger.rates().append(SampleState.curve(533, 1));
        session = ledger.session(SampleState.DAY);
        spy = ledger.resolveSymbol("SPY");
        session.list(spy);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private Setter setter(SlotColumn column) {
        return switch (column) {
            case RF_RATE -> session::setRfRateRef;
            case TRADE -> session::setTradeRef;
            case QUOTE -> session::setQuoteRef;
            case AGGRESSOR -> session::setAggressorRef;
            case GREEKS -> session::setGreeksRef;
            case AGGS_1M -> session::setAggs1mRef;
            case AGGS_5M -> session::setAggs5mRef;
            case AGGS_10M -> session::setAggs10mRef;
            case AGGS_30M -> session::setAggs30mRef;
            case AGGS_1H -> session::setAggs1hRef;
            case AGGS_4H -> session::setAggs4hRef;
        };
    }

    private PayloadMeta meta(SlotColumn column, int minute, int version) {
        return column == SlotColumn.RF_RATE
                ? SampleState.rateMeta(ledger)
                : SampleState.append(session, column, spy, minute, version, 0);
    }

    @Test
    void setsEveryColumnAndNoOther() {
        List<SlotColumn> set = new ArrayList<>();
        for (SlotColumn column : SlotColumn.ALL) {
            PayloadMeta meta = meta(column, 7, 1);
            assertTrue(setter(column).set(spy, 7, meta, ANY).written());
            set.add(column);
            Slot slot = session.slot(column, spy, 7);
            assertEquals(SlotStatus.FILLED, slot.status());
            assertEquals(meta.payloadType(), slot.payloadType());
            assertEquals(meta.payloadId(), slot.payloadId());
            assertEquals(meta.checksum(), slot.checksum());
            for (SlotColumn other : SlotColumn.ALL) {
                assertEquals(set.contains(other), session.slot(other, spy, 7).filled(), other::label);
                assertFalse(session.slot(other, spy, 8).filled());
            }
        }
    }

    @Test
    void refusesAPayloadOfAnotherType() {
        PayloadMeta trade = meta(SlotColumn.TRADE, 7, 1);
        for (SlotColumn column : SlotColumn.ALL) {
            if (column != SlotColumn.TRADE) {
                IllegalArgumentException refused = assertThrows(
                        IllegalArgumentException.class, () -> setter(column).set(spy, 7, trade, ANY));
                assertTrue(String.valueOf(refused.getMessage()).contains("column=" + column.label()));
                assertEquals(0, session.slot(column, spy, 7).word());
            }
        }
    }

    @Test
    void refusesAPayloadThatDoesNotExist() {
        for (SlotColumn column : SlotColumn.ALL) {
            PayloadMeta missing = new PayloadMeta(column.payloadType(), 4711, 1, 0, NOW_NS);
            assertThrows(IllegalArgumentException.class, () -> setter(column).set(spy, 7, missing, ANY), column::label);
            assertEquals(0, session.slot(column, spy, 7).word());
        }
    }

    @Test
    void refusesAMinuteOutsideTheSession() {
        PayloadMeta meta = meta(SlotColumn.TRADE, 7, 1);
        for (int minute : new int[] {-1, 390, 100_000}) {
            assertThrows(IllegalArgumentException.class, () -> session.setTradeRef(spy, minute, meta, ANY));
        }
    }

    @Test
    void refusesASymbolThatIsNotListed() {
        int unlisted = ledger.resolveSymbol("QQQ");
        PayloadMeta meta = meta(SlotColumn.TRADE, 7, 1);
        assertThrows(IllegalArgumentException.class, () -> session.setTradeRef(unlisted, 7, meta, ANY));
    }

    @Test
    void givesAConflictWhenTheVersionWouldRegress() {
        session.setTradeRef(spy, 7, meta(SlotColumn.TRADE, 7, 3), ANY);
        Slot before = session.slot(SlotColumn.TRADE, spy, 7);
        assertEquals(new SetResult.Conflict(before), session.setTradeRef(spy, 7, meta(SlotColumn.TRADE, 7, 2), ANY));
        assertEquals(before, session.slot(SlotColumn.TRADE, spy, 7));
        assertTrue(
                session.setTradeRef(spy, 7, meta(SlotColumn.TRADE, 7, 3), ANY).written());
        assertTrue(
                session.setTradeRef(spy, 7, meta(SlotColumn.TRADE, 7, 4), ANY).written());
    }

    @Test
    void givesAConflictWhenAnotherVersionStandsThere() {
        PayloadMeta second = meta(SlotColumn.TRADE, 7, 2);
        assertFalse(session.setTradeRef(spy, 7, second, OptionalLong.of(1)).written());
        assertEquals(0, session.slot(SlotColumn.TRADE, spy, 7).word());
        assertTrue(session.setTradeRef(spy, 7, second, OptionalLong.of(0)).written());
        assertFalse(session.setTradeRef(spy, 7, meta(SlotColumn.TRADE, 7, 3), OptionalLong.of(0))
                .written());
        assertTrue(session.setTradeRef(spy, 7, meta(SlotColumn.TRADE, 7, 3), OptionalLong.of(2))
                .written());
        assertEquals(3, session.slot(SlotColumn.TRADE, spy, 7).version());
    }

    @Test
    void readsBothRowsWithTheirWindow() {
        session.setQuoteRef(spy, 389, meta(SlotColumn.QUOTE, 389, 1), ANY);
        session.setAggs30mRef(spy, 389, meta(SlotColumn.AGGS_30M, 389, 1), ANY);
        TradeRow trade = session.tradeRow(spy, 389);
        EnrichmentRow enrichment = session.enrichmentRow(spy, 389);
        assertEquals("2024:125:389", trade.window().id().toString());
        assertEquals(trade.window(), enrichment.window());
        assertEquals(session.session().closeNs(), trade.window().endNs());
        assertEquals(session.slot(SlotColumn.QUOTE, spy, 389), trade.quoteRef());
        assertEquals(session.slot(SlotColumn.AGGS_30M, spy, 389), enrichment.aggs30m());
        assertFalse(trade.tradeRef().filled());
        assertFalse(enrichment.aggs1h().filled());
    }

    @Test
    void iteratesOverTheMinutesOfASymbolAndTheSymbolsOfAMinute() {
        int qqq = ledger.resolveSymbol("QQQ");
        int chain = ledger.resolveSymbol("O:SPY");
        session.list(chain);
        List<Integer> minutes = new ArrayList<>();
        session.iterSymbol(spy, 5, 9).forEach(row -> minutes.add(row.window().minuteOfSession()));
        assertEquals(List.of(5, 6, 7, 8), minutes);
        List<Integer> symbols = new ArrayList<>();
        session.iterMinute(11, 0, 6).forEach(row -> symbols.add(row.symbolId()));
        assertEquals(List.of(spy, chain), symbols);
        session.iterMinute(11, spy, qqq).forEach(row -> assertEquals(spy, row.symbolId()));
    }

    @Test
    void findsTheNextUnfilledWindow() {
        assertEquals(OptionalInt.of(0), session.nextUnfilledWindow(SlotColumn.TRADE, spy, 0));
        for (int minute = 0; minute < 390; minute++) {
            if (minute != 200 && minute != 300) {
                session.setTradeRef(spy, minute, meta(SlotColumn.TRADE, minute, 1), ANY);
            }
        }
        assertEquals(OptionalInt.of(200), session.nextUnfilledWindow(SlotColumn.TRADE, spy, 0));
        assertEquals(OptionalInt.of(300), session.nextUnfilledWindow(SlotColumn.TRADE, spy, 201));
        session.retire(SlotColumn.TRADE, spy, 200, "halted", "ops", NOW_NS);
        assertEquals(OptionalInt.of(300), session.nextUnfilledWindow(SlotColumn.TRADE, spy, 0));
        session.clearSlot(SlotColumn.TRADE, spy, 5, "bad print", "ops", NOW_NS);
        assertEquals(OptionalInt.of(5), session.nextUnfilledWindow(SlotColumn.TRADE, spy, 0));
        assertEquals(OptionalInt.empty(), session.nextUnfilledWindow(SlotColumn.TRADE, spy, 301));
    }

    @Test
    void findsNoUnfilledWindowInAColumnThatIsNotExpected() {
        assertEquals(OptionalInt.empty(), session.nextUnfilledWindow(SlotColumn.GREEKS, spy, 0));
    }

    @Test
    void leavesWordWhyAnEmptySlotIsEmpty() {
        assertTrue(session.giveReason(SlotColumn.TRADE, spy, 7, Reason.VENDOR_FILE_MISSING, NOW_NS));
        assertFalse(session.giveReason(SlotColumn.TRADE, spy, 7, Reason.VENDOR_FILE_MISSING, NOW_NS));
        assertEquals(
                Reason.VENDOR_FILE_MISSING,
                session.slot(SlotColumn.TRADE, spy, 7).reason());
        session.setTradeRef(spy, 7, meta(SlotColumn.TRADE, 7, 1), ANY);
        assertFalse(session.giveReason(SlotColumn.TRADE, spy, 7, Reason.VENDOR_FILE_MISSING, NOW_NS));
        assertTrue(session.slot(SlotColumn.TRADE, spy, 7).filled());
    }

    @Test
    void addsUpTheMetricsOfAllListedSymbols() {
        int chain = ledger.resolveSymbol("O:SPY");
        session.list(chain);
        session.setTradeRef(spy, 7, meta(SlotColumn.TRADE, 7, 1), ANY);
        ColumnCounts trades = session.slotMetrics().getOrDefault(SlotColumn.TRADE, ColumnCounts.NONE);
        ColumnCounts greeks = session.slotMetrics().getOrDefault(SlotColumn.GREEKS, ColumnCounts.NONE);
        assertEquals(780, trades.expected());
        assertEquals(1, trades.filled());
        assertEquals(390, greeks.expected());
        assertEquals(390, greeks.empty());
        assertEquals(
                PayloadType.TRADE,
                session.payload(session.slot(SlotColumn.TRADE, spy, 7)).type());
    }
}
