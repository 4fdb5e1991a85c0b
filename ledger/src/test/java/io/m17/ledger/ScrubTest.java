package io.m17.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.ledger.audit.AuditAction;
import io.m17.ledger.check.LedgerVerifier;
import io.m17.ledger.session.SessionLedger;
import io.m17.ledger.slot.ColumnCounts;
import io.m17.ledger.state.StateLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScrubTest {
    private static final long NOW_NS = SampleState.NOW_NS;
    private static final int TRADE_BLOCKS = 8192;
    private static final int TRADE_HEADS = 4096;

    @TempDir
    private Path directory;

    private Path state;
    private StateLayout layout;
    private Map<String, Slot> sound;

    @BeforeEach
    void fill() throws IOException {
        state = directory.resolve("state");
        layout = new StateLayout(state);
        try (Ledger ledger = Ledger.open(SampleState.options(state), NOW_NS)) {
            SampleState.fillAll(ledger, SampleState.DAY);
            sound = slots(ledger.session(SampleState.DAY));
        }
    }

    private static Map<String, Slot> slots(SessionLedger session) {
        Map<String, Slot> slots = new TreeMap<>();
        session.listed().forEach(symbolId -> {
            for (SlotColumn column : SlotColumn.ALL) {
                for (int minute = 0; minute < 390; minute++) {
                    slots.put(
                            session.symbols().symbol(symbolId) + " " + column.label() + " " + minute,
                            session.slot(column, symbolId, minute));
                }
            }
        });
        return slots;
    }

    /// Scrubs the day, holds everything but the named cells against what stood there, and verifies what was left.
    private List<String> scrub(Reason reason, List<String> lost) {
        List<String> found;
        try (Ledger ledger = Ledger.open(SampleState.options(state), NOW_NS)) {
            found = ledger.scrub(SampleState.DAY, NOW_NS + 1);
            Map<String, Slot> after = slots(ledger.session(SampleState.DAY));
            assertEquals(sound.keySet(), after.keySet());
            List<String> changed = new ArrayList<>();
            after.forEach((cell, slot) -> {
                if (!content(slot).equals(content(sound.getOrDefault(cell, slot)))) {
                    changed.add(cell);
                    assertEquals(SlotStatus.EMPTY, slot.status(), cell);
                    assertEquals(reason, slot.reason(), cell);
                }
            });
            assertEquals(lost, changed);
            int filled = ledger.session(SampleState.DAY).slotMetrics().values().stream()
                    .mapToInt(ColumnCounts::filled)
                    .sum();
            assertEquals(sound.values().stream().filter(Slot::filled).count() - lost.size(), filled);
            List<AuditAction> actions = new ArrayList<>();
            ledger.audit().forEach(entry -> actions.add(entry.action()));
            assertEquals(!found.isEmpty(), actions.contains(AuditAction.REPAIRED));
        }
        assertEquals(
                List.of(),
                LedgerVerifier.verify(layout, SampleState.options(state)).findings());
        return found;
    }

    /// A slot without its word, which a rebuild writes anew.
    private static Slot content(Slot slot) {
        return new Slot(
                0,
                slot.status(),
                slot.reason(),
                slot.payloadType(),
                slot.payloadId(),
                slot.version(),
                slot.checksum(),
                slot.lastUpdatedNs());
    }

    @Test
    void findsNothingInASoundSession() {
        assertEquals(List.of(), scrub(Reason.NONE, List.of()));
    }

    @Test
    void emptiesADamagedSlot() throws IOException {
        StateFiles.flip(layout.ledger(SampleState.DAY, LedgerKind.TRADE), TRADE_BLOCKS + 7 * 160 + 32 + 32 + 9, 1);
        List<String> found = scrub(Reason.DAMAGED, List.of("SPY trade_ref 7"));
        assertEquals(
                List.of(
                        "session=2024-07-02/trade-ledger.dat SPY 2024:125:007 trade_ref: what it pointed at is damaged"),
                found);
    }

    @Test
    void countsADamagedSummaryAnewAndSaysSo() throws IOException {
        StateFiles.flip(layout.ledger(SampleState.DAY, LedgerKind.TRADE), TRADE_HEADS + 160 + 64 + 2, 1);
        assertEquals(
                List.of(
                        "session=2024-07-02/trade-ledger.dat QQQ trade_ref: the column's summary does not fit its slots"),
                scrub(Reason.NONE, List.of()));
    }

    @Test
    void listsASymbolAgainWhoseSummaryIsDamaged() throws IOException {
        for (int offset = 0; offset < 8; offset++) {
            StateFiles.flip(layout.ledger(SampleState.DAY, LedgerKind.TRADE), TRADE_HEADS + 160 + offset, 2);
            assertTrue(scrub(Reason.NONE, List.of())
                    .toString()
                    .contains("QQQ: the head of its summary was altered or lost"));
        }
    }

    @Test
    void listsSymbolsAgainWhoseSummariesAreLost() throws IOException {
        for (LedgerKind kind : LedgerKind.values()) {
            StateFiles.zero(layout.ledger(SampleState.DAY, kind), TRADE_HEADS, 4096);
            try (Ledger ledger = Ledger.openReadOnly(SampleState.options(state))) {
                SessionLedger session = ledger.session(SampleState.DAY);
                LedgerException lost = assertThrows(LedgerException.class, () -> session.listed(1));
                assertTrue(lost.toString().contains("summary is lost"), lost::toString);
                SlotColumn column = SlotColumn.of(kind).getLast();
                assertThrows(LedgerException.class, () -> session.expects(1, column));
                assertThrows(LedgerException.class, () -> session.counts(column, 1));
                assertThrows(LedgerException.class, session::slotMetrics);
            }
            assertTrue(LedgerVerifier.verify(layout, SampleState.options(state)).findings().stream()
                    .anyMatch(finding -> finding.toString().contains(kind.fileName())));
            String found = scrub(Reason.NONE, List.of()).toString();
            assertTrue(found.contains(kind.fileName() + " QQQ: the head of its summary was altered or lost"), found);
        }
    }

    @Test
    void emptiesTheSlotOfADamagedRecordAndKeepsTheOthers() throws IOException {
        StateFiles.flip(layout.map(SampleState.DAY, PayloadType.QUOTE), 4096 + 64 * 5 + 30, 1);
        List<String> found = scrub(Reason.PAYLOAD_LOST, List.of("SPY quote_ref 6"));
        assertTrue(found.getFirst().startsWith("session=2024-07-02/quote.map"), found::toString);
        assertTrue(Files.exists(state.resolve("session=2024-07-02/quote.map.damaged-1")));
    }

    @Test
    void emptiesWhatStandsOnADamagedArtifactAndSetsItAside() throws IOException {
        Path file = layout.artifacts(SampleState.DAY, "greeks", "settled").resolve("part-greeks_ref-2.parquet");
        StateFiles.flip(file, 333, 1);
        List<String> lost = sound.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("O:SPY greeks_ref")
                        && entry.getValue().filled()
                        && !entry.getValue().knownEmpty())
                .map(Map.Entry::getKey)
                .toList();
        assertEquals(312, lost.size());
        List<String> found;
        try (Ledger ledger = Ledger.open(SampleState.options(state), NOW_NS)) {
            found = ledger.scrub(SampleState.DAY, NOW_NS + 1);
            SessionLedger session = ledger.session(SampleState.DAY);
            Map<String, Slot> after = slots(session);
            after.forEach((cell, slot) -> assertEquals(
                    lost.contains(cell)
                            ? SlotStatus.EMPTY
                            : sound.getOrDefault(cell, slot).status(),
                    slot.status(),
                    cell));
        }
        assertTrue(found.getFirst().endsWith("the artifact's checksum differs from the log's"), found::toString);
        assertFalse(Files.exists(file));
        assertTrue(Files.exists(file.resolveSibling("part-greeks_ref-2.parquet.damaged-1")));
    }

    @Test
    void rebuildsALedgerFileWhoseHeaderIsDamaged() throws IOException {
        StateFiles.flip(layout.ledger(SampleState.DAY, LedgerKind.ENRICHMENT), 25, 1);
        List<String> found = scrub(Reason.NONE, List.of());
        assertTrue(found.toString().contains("ledger files rebuilt from the maps"), found::toString);
    }

    @Test
    void keepsEverythingWhenAMapsHeaderIsDamaged() throws IOException {
        for (int offset : new int[] {3, 17, 30, 60, 113, 130, 196, 1000}) {
            StateFiles.flip(layout.map(SampleState.DAY, PayloadType.TRADE), offset, 1);
            List<String> found = scrub(Reason.NONE, List.of());
            assertTrue(found.toString().contains("trade.map"), () -> offset + " " + found);
        }
    }

    @Test
    void opensAStateWhoseRateMapIsDamaged() throws IOException {
        StateFiles.flip(layout.rateMap(), 4096 + 50, 1);
        List<String> lost = sound.keySet().stream()
                .filter(cell -> cell.contains("rf_rate_ref") && !cell.startsWith("QQQ"))
                .toList();
        assertEquals(780, lost.size());
        scrub(Reason.PAYLOAD_LOST, lost);
    }
}
