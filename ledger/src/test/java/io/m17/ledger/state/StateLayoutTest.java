package io.m17.ledger.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.m17.ledger.LedgerException;
import io.m17.ledger.LedgerKind;
import io.m17.ledger.PayloadType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateLayoutTest {
    private static final LocalDate DATE = LocalDate.of(2025, 6, 2);

    @TempDir
    private Path directory;

    @Test
    void namesEveryFileAsTheDesignSays() {
        StateLayout layout = new StateLayout(directory);
        assertEquals("symbol-map.bin", layout.uri(layout.symbolMap()));
        assertEquals("rf_rate.map", layout.uri(layout.rateMap()));
        assertEquals("audit.log", layout.uri(layout.auditLog()));
        assertEquals("lock", layout.uri(layout.lock()));
        assertEquals("session=2025-06-02/trade-ledger.dat", layout.uri(layout.ledger(DATE, LedgerKind.TRADE)));
        assertEquals(
                "session=2025-06-02/enrichment-ledger.dat", layout.uri(layout.ledger(DATE, LedgerKind.ENRICHMENT)));
        assertEquals("session=2025-06-02/aggregate.map", layout.uri(layout.map(DATE, PayloadType.AGGREGATE)));
        assertEquals("session=2025-06-02/artifacts.map", layout.uri(layout.artifactLog(DATE)));
        assertEquals(
                "session=2025-06-02/artifacts/trade/source=settled",
                layout.uri(layout.artifacts(DATE, "trade", "settled")));
    }

    @Test
    void listsSessionsInOrderOfTimeAndNothingElse() throws IOException {
        for (String name : List.of("session=2025-06-03", "session=2024-12-31", "streams", "session=2025-06-02")) {
            Files.createDirectory(directory.resolve(name));
        }
        assertEquals(
                List.of(LocalDate.of(2024, 12, 31), DATE, LocalDate.of(2025, 6, 3)),
                new StateLayout(directory).sessions());
        assertEquals(List.of(), new StateLayout(directory.resolve("absent")).sessions());
    }

    @Test
    void refusesASessionWithoutADate() throws IOException {
        Files.createDirectory(directory.resolve("session=tomorrow"));
        assertThrows(LedgerException.class, () -> new StateLayout(directory).sessions());
    }
}
