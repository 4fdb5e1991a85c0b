package io.m17.ledger.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.ledger.Ledger;
import io.m17.ledger.LedgerKind;
import io.m17.ledger.PayloadMeta;
import io.m17.ledger.SampleState;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.SlotStatus;
import io.m17.ledger.session.SessionLedger;
import io.m17.ledger.state.StateLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionRebuildTest {
    private static final long NOW_NS = SampleState.NOW_NS;

    @TempDir
    private Path state;

    private Ledger open() {
        return Ledger.open(SampleState.options(state), NOW_NS);
    }

    private void delete(LedgerKind... kinds) throws IOException {
        for (LedgerKind kind : kinds) {
            Files.delete(new StateLayout(state).ledger(SampleState.DAY, kind));
        }
    }

    /// Cells that were cleared, retired, refilled with another version, cleared again, given new versions.
    private static void workOn(SessionLedger session) {
        for (SlotColumn column : List.of(SlotColumn.TRADE, SlotColumn.AGGS_4H)) {
            session.clearSlot(column, 0, 10, "bad print", "ops", NOW_NS);
            session.clearSlot(column, 0, 11, "bad print", "ops", NOW_NS);
            refill(session, column, 11, 1);
            session.clearSlot(column, 1, 12, "bad print", "ops", NOW_NS);
            refill(session, column, 12, 2);
            session.clearSlot(column, 0, 12, "bad again", "ops", NOW_NS);
            session.retire(column, 0, 13, "halted", "ops", NOW_NS);
            session.retire(column, 0, 15, "halted", "ops", NOW_NS);
            refill(session, column, 14, 2);
            refill(session, column, 14, 3);
        }
    }

    private static void refill(SessionLedger session, SlotColumn column, int minute, int version) {
        PayloadMeta meta = SampleState.append(session, column, 0, minute, version, 1);
        SampleState.fill(session, column, 0, minute, meta);
    }

    private static List<Slot> slots(SessionLedger session) {
        List<Slot> slots = new ArrayList<>();
        session.listed().forEach(symbolId -> {
            for (SlotColumn column : SlotColumn.ALL) {
                for (int minute = 0; minute < 390; minute++) {
                    Slot slot = session.slot(column, symbolId, minute);
                    slots.add(new Slot(
                            0,
                            slot.status(),
                            slot.reason(),
                            slot.payloadType(),
                            slot.payloadId(),
                            slot.version(),
                            slot.checksum(),
                            slot.lastUpdatedNs()));
                }
            }
        });
        return slots;
    }

    @Test
    void givesTheSameLedgerFromTheMapsAlone() throws IOException {
        Map<SlotColumn, String> digest;
        List<Slot> slots;
        try (Ledger ledger = open()) {
            SampleState.fillAll(ledger, SampleState.DAY);
            workOn(ledger.session(SampleState.DAY));
            digest = LedgerDigest.of(ledger.session(SampleState.DAY));
            slots = slots(ledger.session(SampleState.DAY));
        }
        for (LedgerKind[] deleted :
                new LedgerKind[][] {LedgerKind.values(), {LedgerKind.TRADE}, {LedgerKind.ENRICHMENT}}) {
            delete(deleted);
            try (Ledger ledger = open()) {
                SessionLedger session = ledger.session(SampleState.DAY);
                assertEquals(slots, slots(session));
                assertEquals(digest, LedgerDigest.of(session));
                assertEquals(387, session.counts(SlotColumn.TRADE, 0).expected() - 1);
                assertTrue(ledger.report().mended().stream().anyMatch(line -> line.contains("rebuilt from the maps")));
            }
            assertEquals(
                    List.of(),
                    LedgerVerifier.verify(new StateLayout(state), SampleState.options(state))
                            .findings());
        }
    }

    @Test
    void clearsAndRetiresRateCellsAgain() throws IOException {
        try (Ledger ledger = open()) {
            SampleState.fillAll(ledger, SampleState.DAY);
            SessionLedger session = ledger.session(SampleState.DAY);
            session.clearSlot(SlotColumn.RF_RATE, 0, 10, "bad curve", "ops", NOW_NS);
            session.retire(SlotColumn.RF_RATE, 0, 11, "bad curve", "ops", NOW_NS);
        }
        delete(LedgerKind.values());
        try (Ledger ledger = open()) {
            SessionLedger session = ledger.session(SampleState.DAY);
            assertEquals(
                    SlotStatus.CLEARED, session.slot(SlotColumn.RF_RATE, 0, 10).status());
            assertEquals(
                    SlotStatus.RETIRED, session.slot(SlotColumn.RF_RATE, 0, 11).status());
            assertEquals(
                    SlotStatus.FILLED, session.slot(SlotColumn.RF_RATE, 0, 12).status());
        }
    }
}
