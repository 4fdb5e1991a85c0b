package io.m17.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.m17.config.Horizon;
import io.m17.market.flatfile.Dataset;
import io.m17.market.flatfile.VendorDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileScopeTest {
    private static final LocalDate MONDAY = LocalDate.of(2025, 6, 2);
    private static final LocalDate TUESDAY = LocalDate.of(2025, 6, 3);
    private static final LocalDate SATURDAY = LocalDate.of(2025, 6, 7);

    @TempDir
    private Path directory = Path.of("");

    private final List<LocalDate> admitted = new ArrayList<>();
    private Instant now = Instant.parse("2025-06-10T12:00:00Z");

    private void file(Dataset dataset, LocalDate date) throws IOException {
        Path path = new VendorDirectory(directory).path(dataset, date);
        Files.createDirectories(path.getParent());
        Files.createFile(path);
    }

    private FileScope scope(List<LocalDate> named) {
        return new FileScope(
                named,
                Optional.of(new VendorDirectory(directory)),
                new Horizon(6, Optional.empty()),
                () -> now,
                admitted::add);
    }

    @Test
    void findsEverySessionThatHasAFileOfAnyKind() throws IOException {
        file(Dataset.OPTION_QUOTES, TUESDAY);
        file(Dataset.STOCK_TRADES, MONDAY);
        assertEquals(List.of(MONDAY, TUESDAY), scope(List.of()).sessions());
    }

    @Test
    void passesOverDaysWithoutASession() throws IOException {
        file(Dataset.STOCK_TRADES, SATURDAY);
        file(Dataset.STOCK_TRADES, LocalDate.of(1901, 1, 2));
        file(Dataset.STOCK_TRADES, MONDAY);
        assertEquals(List.of(MONDAY), scope(List.of()).sessions());
        assertEquals(List.of(MONDAY), admitted);
    }

    @Test
    void worksOnNamedSessionsOnly() throws IOException {
        file(Dataset.STOCK_TRADES, MONDAY);
        assertEquals(List.of(TUESDAY), scope(List.of(TUESDAY)).sessions());
    }

    @Test
    void looksAgainWhenASecondHasPassedAndAdmitsEachSessionOnce() throws IOException {
        file(Dataset.STOCK_TRADES, MONDAY);
        FileScope scope = scope(List.of());
        assertEquals(List.of(MONDAY), scope.sessions());
        file(Dataset.STOCK_TRADES, TUESDAY);
        now = now.plusMillis(999);
        assertEquals(List.of(MONDAY), scope.sessions());
        now = now.plusMillis(1);
        assertEquals(List.of(MONDAY, TUESDAY), scope.sessions());
        assertEquals(List.of(MONDAY, TUESDAY), admitted);
    }

    @Test
    void includesSessionsOutsideTheHorizon() throws IOException {
        LocalDate old = LocalDate.of(2013, 10, 7);
        file(Dataset.STOCK_TRADES, old);
        assertEquals(List.of(old), scope(List.of()).sessions());
    }

    @Test
    void hasNothingWithoutADirectory() {
        FileScope scope =
                new FileScope(List.of(), Optional.empty(), new Horizon(6, Optional.empty()), () -> now, admitted::add);
        assertEquals(List.of(), scope.sessions());
    }
}
