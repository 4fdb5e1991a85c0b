package io.m17.ledger.slot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.ledger.LedgerException;
import io.m17.ledger.LedgerKind;
import io.m17.ledger.calendar.ExchangeCalendar;
import io.m17.ledger.calendar.TradingSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileHeaderTest {
    /// Made by another program: trade ledger of eight symbols, 2024-07-02, the year's session 125.
    private static final String GOLDEN = "6d31374c454447520200000001000000040302010800000"
            + "0c24d00007d00000000709a727e68de1700804aafc67dde173333df2b00000000";

    @TempDir
    private Path directory;

    @Test
    void writesTheGoldenHeaderAndZerosBehindIt() throws IOException {
        SampleMatrix sample = new SampleMatrix(directory.resolve("trade-ledger.dat"), LedgerKind.TRADE);
        sample.open(1).close();
        byte[] page = Arrays.copyOf(Files.readAllBytes(sample.file()), 4096);
        assertEquals(GOLDEN, HexFormat.of().formatHex(page, 0, 56));
        assertArrayEquals(new byte[4040], Arrays.copyOfRange(page, 56, 4096));
    }

    @Test
    void refusesAnotherSessionOrKindOrVersion() throws IOException {
        SampleMatrix sample = new SampleMatrix(directory.resolve("trade-ledger.dat"), LedgerKind.TRADE);
        sample.create();
        TradingSession other =
                ExchangeCalendar.nyse().session(LocalDate.of(2024, 7, 3)).orElseThrow();
        assertThrows(LedgerException.class, () -> SlotMatrix.openReadOnly(sample.file(), LedgerKind.TRADE, other, 0));
        assertThrows(
                LedgerException.class,
                () -> SlotMatrix.openReadOnly(sample.file(), LedgerKind.ENRICHMENT, SampleMatrix.SESSION, 0));
        sample.flip(8, 1);
        LedgerException refused =
                assertThrows(LedgerException.class, () -> sample.open(2).close());
        assertTrue(String.valueOf(refused.getMessage()).contains("version=3, supported=2"));
    }

    @Test
    void keepsTheCapThatTheFileWasMadeWith() throws IOException {
        SampleMatrix sample = new SampleMatrix(directory.resolve("trade-ledger.dat"), LedgerKind.TRADE);
        sample.create();
        try (SlotMatrix matrix =
                SlotMatrix.open(sample.file(), LedgerKind.TRADE, SampleMatrix.SESSION, SampleMatrix.SYMBOLS, 2)) {
            assertEquals(SampleMatrix.SYMBOLS, matrix.symbols());
        }
    }
}
