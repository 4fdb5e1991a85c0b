package io.m17.ledger.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.m17.ledger.Ledger;
import io.m17.ledger.PayloadMeta;
import io.m17.ledger.SampleState;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.session.SessionLedger;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerDigestTest {
    private static final long NOW_NS = SampleState.NOW_NS;

    @TempDir
    private Path directory;

    private Ledger open(String name) {
        return Ledger.open(SampleState.options(directory.resolve(name)), NOW_NS);
    }

    @Test
    void isTheSameWhateverTheOrderOfSymbolsAndIds() throws IOException {
        try (Ledger one = open("one");
                Ledger other = open("other")) {
            for (String symbol : new String[] {"O:SPY", "QQQ", "SPY"}) {
                other.resolveSymbol(symbol);
            }
            for (Ledger ledger : new Ledger[] {one, other}) {
                SessionLedger session = ledger.session(SampleState.DAY);
                for (String symbol : new String[] {"SPY", "QQQ"}) {
                    int symbolId = ledger.resolveSymbol(symbol);
                    session.list(symbolId);
                    for (int minute = 0; minute < 20; minute++) {
                        PayloadMeta meta = SampleState.append(session, SlotColumn.TRADE, symbolId, minute, 1, 0);
                        PayloadMeta content = new PayloadMeta(
                                meta.payloadType(), meta.payloadId(), 1, symbol.hashCode() + minute, NOW_NS);
                        session.setTradeRef(symbolId, minute, content, OptionalLong.empty());
                    }
                }
            }
            assertEquals(
                    LedgerDigest.of(one.session(SampleState.DAY)), LedgerDigest.of(other.session(SampleState.DAY)));
        }
    }

    @Test
    void changesWithTheContentOfOneWindowInItsColumnOnly() throws IOException {
        try (Ledger ledger = open("one")) {
            SampleState.fillAll(ledger, SampleState.DAY);
            SessionLedger session = ledger.session(SampleState.DAY);
            Map<SlotColumn, String> before = LedgerDigest.of(session);
            session.setQuoteRef(0, 3, SampleState.append(session, SlotColumn.QUOTE, 0, 3, 2, 1), OptionalLong.empty());
            Map<SlotColumn, String> after = LedgerDigest.of(session);
            for (SlotColumn column : SlotColumn.ALL) {
                if (column == SlotColumn.QUOTE) {
                    assertNotEquals(before.get(column), after.get(column));
                } else {
                    assertEquals(before.get(column), after.get(column));
                }
            }
        }
    }

    @Test
    void tellsKnownEmptyFromEmptyAndClearedFromRetired() throws IOException {
        try (Ledger ledger = open("one")) {
            SampleState.fillAll(ledger, SampleState.DAY);
            SessionLedger session = ledger.session(SampleState.DAY);
            String full = digest(session);
            session.clearSlot(SlotColumn.TRADE, 0, 5, "bad", "ops", NOW_NS);
            String cleared = digest(session);
            session.retire(SlotColumn.TRADE, 0, 5, "bad", "ops", NOW_NS);
            assertNotEquals(full, cleared);
            assertNotEquals(cleared, digest(session));
        }
    }

    private static String digest(SessionLedger session) {
        return String.valueOf(LedgerDigest.of(session).get(SlotColumn.TRADE));
    }
}
