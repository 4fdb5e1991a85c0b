package io.m17.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.ledger.audit.AuditAction;
import io.m17.ledger.check.LedgerDigest;
import io.m17.ledger.check.LedgerVerifier;
import io.m17.ledger.session.SessionLedger;
import io.m17.ledger.slot.SlotMatrix;
import io.m17.ledger.state.StateLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
    private static final long NOW_NS = SampleState.NOW_NS;

    @TempDir
    private Path directory;

    private Path state() {
        return directory.resolve("state");
    }

    private Ledger open() {
        return Ledger.open(SampleState.options(state()), NOW_NS);
    }

    private static List<AuditAction> actions(Ledger ledger) {
        List<AuditAction> actions = new ArrayList<>();
        ledger.audit().forEach(entry -> actions.add(entry.action()));
        return actions;
    }

    @Test
    void countsItsOpeningsAndWritesThemDown() {
        for (int opening = 1; opening <= 3; opening++) {
            try (Ledger ledger = open()) {
                assertEquals(opening, ledger.incarnation());
                assertEquals(opening, ledger.report().incarnation());
                assertEquals(List.of(), ledger.report().mended());
            }
        }
        try (Ledger ledger = open()) {
            assertEquals(
                    List.of(AuditAction.OPENED, AuditAction.OPENED, AuditAction.OPENED, AuditAction.OPENED),
                    actions(ledger));
        }
    }

    @Test
    void refusesASecondOpeningAndStaysUsable() {
        try (Ledger ledger = open()) {
            assertThrows(LedgerException.class, this::open);
            assertEquals(0, ledger.resolveSymbol("SPY"));
            ledger.session(SampleState.DAY).list(0);
        }
        open().close();
    }

    @Test
    void refusesAStateOfAnotherVersionAndLeavesItAlone() throws IOException {
        open().close();
        Path lock = state().resolve("lock");
        Files.writeString(lock, Files.readString(lock).replaceFirst("m17 1", "m17 2"));
        String before = Files.readString(lock);
        assertThrows(LedgerException.class, this::open);
        assertThrows(
                LedgerException.class,
                () -> Ledger.openReadOnly(SampleState.options(state())).close());
        assertEquals(before, Files.readString(lock));
    }

    @Test
    void saysInOneLineThatADayIsNoSession() {
        try (Ledger ledger = open()) {
            for (LocalDate date : List.of(SampleState.HOLIDAY, LocalDate.of(2024, 7, 6))) {
                LedgerException refused = assertThrows(LedgerException.class, () -> ledger.session(date));
                String message = String.valueOf(refused.getMessage());
                assertTrue(message.startsWith("that day is no session [date=" + date + ", closed="), message);
                assertEquals(-1, message.indexOf('\n'));
            }
            assertEquals(List.of(), ledger.sessions());
        }
    }

    @Test
    void saysThatThereIsNoLedgerToRead() {
        assertThrows(
                LedgerException.class,
                () -> Ledger.openReadOnly(SampleState.options(state())).close());
        assertFalse(Files.exists(state()));
    }

    @Test
    void scansNothingAfterACleanStop() throws IOException {
        try (Ledger ledger = open()) {
            SampleState.fillAll(ledger, SampleState.DAY);
        }
        try (Ledger ledger = open()) {
            assertEquals(List.of(), ledger.openSessions());
            assertEquals(List.of(), ledger.report().mended());
            assertEquals(
                    390,
                    ledger.session(SampleState.DAY).counts(SlotColumn.TRADE, 0).filled());
        }
    }

    @Test
    void opensACrashImageWithEverythingThatWasWritten() throws IOException {
        Path image = directory.resolve("image");
        var digest = java.util.Map.<SlotColumn, String>of();
        try (Ledger ledger = open()) {
            SampleState.fillAll(ledger, SampleState.DAY);
            SampleState.fillAll(ledger, SampleState.EARLY_CLOSE);
            digest = LedgerDigest.of(ledger.session(SampleState.DAY));
            SessionLedger session = ledger.session(SampleState.DAY);
            assertTrue(session.markPending(SlotColumn.TRADE, 0, 20, NOW_NS).isPresent());
            assertTrue(session.markPending(SlotColumn.TRADE, 0, 21, NOW_NS).isPresent());
            StateFiles.crashImage(state(), image);
        }
        try (Ledger ledger = Ledger.open(SampleState.options(image), NOW_NS)) {
            assertEquals(2, ledger.incarnation());
            assertEquals(2, ledger.openSessions().size());
            SessionLedger session = ledger.session(SampleState.DAY);
            assertEquals(
                    SlotStatus.FILLED, session.slot(SlotColumn.TRADE, 0, 20).status());
            assertEquals(0, session.counts(SlotColumn.TRADE, 0).pending());
            assertEquals(390, session.counts(SlotColumn.TRADE, 0).filled());
            assertEquals(digest, LedgerDigest.of(session));
            assertTrue(session.markPending(SlotColumn.TRADE, 0, 20, NOW_NS).isPresent());
        }
    }

    @Test
    void verifiesACrashImageOnceItWasOpened() throws IOException {
        Path image = directory.resolve("image");
        try (Ledger ledger = open()) {
            SampleState.fillAll(ledger, SampleState.DAY);
            StateFiles.crashImage(state(), image);
        }
        Ledger.open(SampleState.options(image), NOW_NS).close();
        assertFalse(SlotMatrix.openMark(new StateLayout(image).ledger(SampleState.DAY, LedgerKind.TRADE)));
        assertEquals(
                List.of(),
                LedgerVerifier.verify(new StateLayout(image), SampleState.options(image))
                        .findings());
    }

    @Test
    void dropsASlotWhoseRecordNeverReachedTheDisk() throws IOException {
        Path image = directory.resolve("image");
        try (Ledger ledger = open()) {
            SampleState.fillAll(ledger, SampleState.DAY);
            StateFiles.crashImage(state(), image);
        }
        // As after power loss: the kernel had written the slots' page and not the last record's.
        Path map = new StateLayout(image).map(SampleState.DAY, PayloadType.GREEKS);
        int last = 1 + 390 - 390 / 5;
        for (int i = 0; i < 64; i++) {
            zero(map, 4096 + (last - 1) * 64L + i);
        }
        try (Ledger ledger = Ledger.open(SampleState.options(image), NOW_NS)) {
            Slot slot = ledger.session(SampleState.DAY).slot(SlotColumn.GREEKS, 2, 389);
            assertEquals(SlotStatus.EMPTY, slot.status());
            assertEquals(Reason.PAYLOAD_LOST, slot.reason());
            assertEquals(
                    389,
                    ledger.session(SampleState.DAY).counts(SlotColumn.GREEKS, 2).filled());
            assertTrue(
                    ledger.report().mended().stream().anyMatch(line -> line.contains("O:SPY 2024:125:389 greeks_ref")),
                    ledger.report()::toString);
            assertTrue(actions(ledger).contains(AuditAction.RECOVERED));
        }
    }

    private static void zero(Path file, long offset) throws IOException {
        try (var channel = java.nio.channels.FileChannel.open(file, java.nio.file.StandardOpenOption.WRITE)) {
            channel.write(java.nio.ByteBuffer.allocate(1), offset);
        }
    }

    @Test
    void showsAWritersWorkToAReaderBesideIt() throws IOException {
        try (Ledger writer = open()) {
            SampleState.fillAll(writer, SampleState.DAY);
            try (Ledger reader = Ledger.openReadOnly(SampleState.options(state()))) {
                SessionLedger seen = reader.session(SampleState.DAY);
                assertEquals(writer.incarnation(), reader.incarnation());
                assertEquals(LedgerDigest.of(writer.session(SampleState.DAY)), LedgerDigest.of(seen));
                writer.session(SampleState.DAY).clearSlot(SlotColumn.QUOTE, 0, 3, "bad", "ops", NOW_NS);
                assertEquals(
                        SlotStatus.CLEARED, seen.slot(SlotColumn.QUOTE, 0, 3).status());
                assertEquals(1, seen.counts(SlotColumn.QUOTE, 0).cleared());
                assertThrows(LedgerException.class, () -> reader.session(SampleState.EARLY_CLOSE));
                assertThrows(RuntimeException.class, () -> reader.resolveSymbol("NEW"));
            }
        }
    }

    @Test
    void findsWindowsByTheirMomentAndTheirIndex() {
        try (Ledger ledger = open()) {
            long openNs = ledger.tradingSession(SampleState.DAY).orElseThrow().openNs();
            assertEquals(125 * 390, ledger.windowIndexAt(openNs));
            assertEquals(-1, ledger.windowIndexAt(openNs - 1));
            assertEquals(openNs, ledger.windowMeta(2024, 125 * 390).startNs());
        }
    }
}
