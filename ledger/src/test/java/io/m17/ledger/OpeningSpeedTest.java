package io.m17.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.ledger.payload.Origin;
import io.m17.ledger.payload.PayloadMap;
import io.m17.ledger.payload.PayloadSource;
import io.m17.ledger.session.SessionLedger;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A cleanly closed state opens in the same time however many payloads it has. `-Dm17.payloads=10000000` measures more.
class OpeningSpeedTest {
    private static final int PAYLOADS = Integer.getInteger("m17.payloads", 1_000_000);
    private static final List<LocalDate> DAYS =
            List.of(SampleState.DAY, SampleState.EARLY_CLOSE, LocalDate.of(2024, 7, 5));

    @TempDir
    private Path directory;

    private Ledger open() {
        return Ledger.open(
                new LedgerOptions(directory, 10_000, 1 << 25, new ExpectedColumns(Set.of())), SampleState.NOW_NS);
    }

    @Test
    void takesUnderASecondWithThreeFullSessions() {
        int perMap = PAYLOADS / (DAYS.size() * 5);
        try (Ledger ledger = open()) {
            for (LocalDate day : DAYS) {
                fill(ledger, day, perMap);
            }
        }
        long begunNs = System.nanoTime();
        try (Ledger ledger = open()) {
            for (LocalDate day : DAYS) {
                assertEquals(perMap, ledger.session(day).map(PayloadType.TRADE).count());
                assertTrue(ledger.session(day).slot(SlotColumn.TRADE, 0, 5).filled());
            }
            long tookMs = (System.nanoTime() - begunNs) / 1_000_000;
            System.out.println("opened " + PAYLOADS + " payloads in " + tookMs + " ms");
            assertTrue(tookMs < 1000, "opening took " + tookMs + " ms");
        }
    }

    private static void fill(Ledger ledger, LocalDate day, int perMap) {
        SessionLedger session = ledger.session(day);
        int symbolId = ledger.resolveSymbol("SPY");
        session.list(symbolId);
        for (SlotColumn column : List.of(
                SlotColumn.TRADE, SlotColumn.QUOTE, SlotColumn.AGGRESSOR, SlotColumn.GREEKS, SlotColumn.AGGS_1M)) {
            PayloadMap map = session.map(column.payloadType());
            for (int i = 0; i < perMap; i++) {
                int minute = i % session.minutes();
                map.append(SampleState.payload(
                        column,
                        new Origin(
                                PayloadSource.FLAT_FILE,
                                symbolId,
                                session.windowIndex(minute),
                                1,
                                SampleState.NOW_NS,
                                0,
                                0,
                                1,
                                i,
                                0)));
            }
            SampleState.fill(
                    session, column, symbolId, 5, new PayloadMeta(column.payloadType(), 6, 1, 5, SampleState.NOW_NS));
        }
    }
}
