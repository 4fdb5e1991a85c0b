package io.m17.ledger.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.journal.JournalException;
import io.m17.ledger.Ledger;
import io.m17.ledger.LedgerException;
import io.m17.ledger.PayloadMeta;
import io.m17.ledger.PayloadType;
import io.m17.ledger.Reason;
import io.m17.ledger.SampleState;
import io.m17.ledger.SetResult;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.SlotStatus;
import io.m17.ledger.StateFiles;
import io.m17.ledger.payload.Payload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// What the ledger answers to calls that make no sense: a refusal with rule and value, or a conflict, and not a byte
/// written.
class MisuseTest {
    private static final long NOW_NS = SampleState.NOW_NS;
    private static final int SPY = 0;
    private static final int QQQ = 1;
    private static final int CAP = 6;

    @TempDir
    private Path directory;

    private Ledger ledger;
    private SessionLedger session;
    private PayloadMeta trade;

    /// A call, which returns what it was answered.
    private interface Call {
        Object run() throws Exception;
    }

    @BeforeEach
    void open() {
        ledger = Ledger.open(SampleState.options(directory.resolve("state")), NOW_NS);
        session = ledger.session(SampleState.DAY);
        session.list(ledger.resolveSymbol("SPY"));
        ledger.resolveSymbol("QQQ"); // known, and not listed
        ledger.rates().append(SampleState.curve(500, 1));
        trade = SampleState.append(session, SlotColumn.TRADE, SPY, 5, 3, 0);
        SampleState.fill(session, SlotColumn.TRADE, SPY, 5, trade);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private static PayloadMeta meta(PayloadType type, int id, int version) {
        return new PayloadMeta(type, id, version, 1, NOW_NS);
    }

    private SetResult set(int symbolId, int minute, PayloadMeta meta, OptionalLong expectedVersion) {
        return session.setTradeRef(symbolId, minute, meta, expectedVersion);
    }

    private SetResult set(int symbolId, int minute, PayloadMeta meta) {
        return set(symbolId, minute, meta, OptionalLong.empty());
    }

    private boolean list(int symbolId) {
        session.list(symbolId);
        return session.listed(symbolId);
    }

    @TestFactory
    Stream<DynamicTest> refusesWithRuleAndValueAndWritesNothing() {
        Map<String, Call> calls = new LinkedHashMap<>();
        calls.put("payload type of another column", () -> set(SPY, 6, meta(PayloadType.QUOTE, 1, 1)));
        calls.put("payload type none", () -> set(SPY, 6, meta(PayloadType.NONE, 1, 1)));
        calls.put("payload type of another ledger", () -> set(SPY, 6, meta(PayloadType.GREEKS, 1, 1)));
        calls.put("payload id that was not given", () -> set(SPY, 6, meta(PayloadType.TRADE, 2, 1)));
        calls.put("payload id 0", () -> set(SPY, 6, meta(PayloadType.TRADE, 0, 1)));
        calls.put("payload id beyond the map", () -> set(SPY, 6, meta(PayloadType.TRADE, -1, 1)));
        calls.put(
                "curve that was not given",
                () -> session.setRfRateRef(SPY, 6, meta(PayloadType.RF_RATE, 2, 1), OptionalLong.empty()));
        calls.put("minute -1", () -> set(SPY, -1, trade));
        calls.put("minute 390", () -> set(SPY, 390, trade));
        calls.put("minute of a claim", () -> session.markPending(SlotColumn.TRADE, SPY, -1, NOW_NS));
        calls.put("minute of a clear", () -> session.clearSlot(SlotColumn.TRADE, SPY, 390, "c", "o", NOW_NS));
        calls.put("minute of a retirement", () -> session.retire(SlotColumn.TRADE, SPY, 390, "c", "o", NOW_NS));
        calls.put("symbol id -1", () -> set(-1, 6, trade));
        calls.put("symbol id at the cap", () -> set(CAP, 6, trade));
        calls.put("symbol that is not listed", () -> set(QQQ, 6, trade));
        calls.put("listing an id that was not given", () -> list(4));
        calls.put("listing an id beyond the cap", () -> list(CAP));
        calls.put("retirement without a cause", () -> session.retire(SlotColumn.TRADE, SPY, 5, " ", "o", NOW_NS));
        calls.put("clear without a cause", () -> session.clearSlot(SlotColumn.TRADE, SPY, 5, "", "o", NOW_NS));
        calls.put("symbol with a blank", () -> ledger.resolveSymbol("S PY"));
        calls.put("symbol of no characters", () -> ledger.resolveSymbol(""));
        calls.put("symbol of 49 characters", () -> ledger.resolveSymbol("X".repeat(49)));
        calls.put("symbol outside ASCII", () -> ledger.resolveSymbol("ÄPFEL"));
        calls.put(
                "reading a record that was not given",
                () -> session.map(PayloadType.TRADE).read(9));
        calls.put("reading a curve that was not given", () -> ledger.rates().read(9));
        calls.put("artifact that was not given", () -> session.artifacts().artifact(3));
        calls.put(
                "record in another type's map",
                () -> session.map(PayloadType.TRADE).append(quote()));
        calls.put("window of minute 390", () -> session.window(390));
        return calls.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    Map<Path, String> before = files();
                    RuntimeException refused = assertThrows(
                            RuntimeException.class, () -> entry.getValue().run());
                    boolean typed =
                            refused instanceof IllegalArgumentException || refused instanceof IndexOutOfBoundsException;
                    assertTrue(typed, refused::toString);
                    assertFalse(String.valueOf(refused.getMessage()).isBlank());
                    assertEquals(before, files());
                }));
    }

    private static Payload quote() {
        return SampleState.payload(SlotColumn.QUOTE, SampleState.sharedOrigin(SPY));
    }

    @TestFactory
    Stream<DynamicTest> answersAConflictAndWritesNothing() {
        Map<String, Call> calls = new LinkedHashMap<>();
        PayloadMeta older = new PayloadMeta(PayloadType.TRADE, trade.payloadId(), 2, trade.checksum(), NOW_NS);
        calls.put("version that regresses", () -> set(SPY, 5, older));
        calls.put("expected version that regresses", () -> set(SPY, 5, trade, OptionalLong.of(2)));
        calls.put("expected version ahead", () -> set(SPY, 5, trade, OptionalLong.of(4)));
        calls.put("expected version below zero", () -> set(SPY, 5, trade, OptionalLong.of(-1)));
        calls.put("expected version that is no u32", () -> set(SPY, 5, trade, OptionalLong.of(1L << 32 | 3)));
        return calls.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    Map<Path, String> before = files();
                    SetResult.Conflict conflict =
                            (SetResult.Conflict) entry.getValue().run();
                    assertEquals(3, conflict.slot().version());
                    assertEquals(before, files());
                }));
    }

    @Test
    void aClaimIsUsedOnce() throws IOException {
        Claim claim = session.markPending(SlotColumn.TRADE, SPY, 5, NOW_NS).orElseThrow();
        assertTrue(session.release(claim, Reason.NONE, NOW_NS).written());
        Map<Path, String> before = files();
        assertFalse(session.fill(claim, trade).written());
        assertFalse(session.release(claim, Reason.NONE, NOW_NS).written());
        assertEquals(before, files());
    }

    @Test
    void aRetiredSlotTakesNothing() throws IOException {
        assertTrue(session.retire(SlotColumn.TRADE, SPY, 5, "delisted", "o", NOW_NS)
                .written());
        Map<Path, String> before = files();
        assertFalse(set(SPY, 5, trade).written());
        assertTrue(session.markPending(SlotColumn.TRADE, SPY, 5, NOW_NS).isEmpty());
        assertFalse(session.clearSlot(SlotColumn.TRADE, SPY, 5, "again", "o", NOW_NS)
                .written());
        assertEquals(SlotStatus.RETIRED, session.slot(SlotColumn.TRADE, SPY, 5).status());
        assertEquals(before, files());
    }

    @Test
    void aSymbolPastTheCapIsRefusedAndWritesNothing() throws IOException {
        for (int id = 2; id < CAP; id++) {
            assertEquals(id, ledger.resolveSymbol("X" + id));
        }
        Map<Path, String> before = files();
        LedgerException refused = assertThrows(LedgerException.class, () -> ledger.resolveSymbol("ONE.MORE"));
        assertTrue(String.valueOf(refused.getMessage()).contains("cap=6"), refused.getMessage());
        assertEquals(CAP - 1, ledger.resolveSymbol("X5"));
        assertEquals(before, files());
    }

    @Test
    void aLedgerThatIsClosedTakesNothing() throws IOException {
        ledger.close();
        Map<Path, String> before = files();
        assertThrows(IllegalStateException.class, () -> set(SPY, 5, trade));
        assertThrows(IllegalStateException.class, () -> session.list(QQQ));
        assertThrows(JournalException.class, () -> ledger.resolveSymbol("NEW"));
        assertThrows(JournalException.class, () -> SampleState.append(session, SlotColumn.TRADE, SPY, 6, 1, 0));
        ledger.close();
        assertEquals(before, files());
    }

    @Test
    void aLedgerForReadingTakesNothing() throws IOException {
        ledger.close();
        Map<Path, String> before = files();
        try (Ledger reader = Ledger.openReadOnly(SampleState.options(directory.resolve("state")))) {
            SessionLedger read = reader.session(SampleState.DAY);
            assertThrows(RuntimeException.class, () -> read.setTradeRef(SPY, 5, trade, OptionalLong.empty()));
            assertThrows(RuntimeException.class, () -> read.list(QQQ));
            assertThrows(JournalException.class, () -> reader.resolveSymbol("NEW"));
        }
        assertEquals(before, files());
    }

    /// The content of every file but the lock, whose holder is this test.
    private Map<Path, String> files() throws IOException {
        Map<Path, String> contents = new LinkedHashMap<>();
        for (Path file : StateFiles.of(directory.resolve("state"))) {
            contents.put(file, StateFiles.digest(file));
        }
        return contents;
    }
}
