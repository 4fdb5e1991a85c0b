package io.m17.ledger.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.m17.ledger.LedgerException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactLogTest {
    private static final ArtifactEntry.Artifact ARTIFACT = new ArtifactEntry.Artifact(
            "session=2024-07-02/artifacts/trade/source=settled/part-1.parquet", "trade", 10, 700, "ab".repeat(32), 1);
    private static final ArtifactEntry.Source SOURCE = new ArtifactEntry.Source("/data/ä.csv.gz", 1 << 20, 17);

    @TempDir
    private Path directory;

    private ArtifactLog open() throws IOException {
        return ArtifactLog.open(directory.resolve("artifacts.map"), LocalDate.of(2025, 6, 2));
    }

    @Property(tries = 300, seed = "23")
    void readsBackEveryEntryThatItWrites(@ForAll String text, @ForAll String more, @ForAll long a, @ForAll long b) {
        List<ArtifactEntry> entries = List.of(
                new ArtifactEntry.Artifact(text, more, a, b, "0f".repeat(32), a ^ b),
                new ArtifactEntry.Source(text, a, b),
                new ArtifactEntry.SourceDone(a, text, b, a + b, more));
        entries.forEach(entry -> assertEquals(entry, ArtifactEntry.decode(entry.encode())));
    }

    @Test
    void refusesAnEntryThatIsCutShortOrUnknown() {
        byte[] body = SOURCE.encode();
        byte[] cut = java.util.Arrays.copyOf(body, body.length - 1);
        assertThrows(LedgerException.class, () -> ArtifactEntry.decode(cut));
        assertThrows(LedgerException.class, () -> ArtifactEntry.decode(new byte[] {4, 0, 0}));
    }

    @Test
    void numbersEntriesFromOneAndKeepsThem() throws IOException {
        try (ArtifactLog log = open()) {
            assertEquals(1, log.append(SOURCE));
            assertEquals(2, log.append(ARTIFACT));
        }
        try (ArtifactLog log = open()) {
            assertEquals(2, log.count());
            assertEquals(Optional.of(SOURCE), log.find(1));
            assertEquals(ARTIFACT, log.artifact(2));
            assertThrows(IllegalArgumentException.class, () -> log.artifact(1));
            assertThrows(IllegalArgumentException.class, () -> log.artifact(3));
            assertThrows(IllegalArgumentException.class, () -> log.artifact(0));
        }
    }

    @Test
    void knowsWhichSourcesWereReadToTheirEnd() throws IOException {
        try (ArtifactLog log = open()) {
            long number = log.append(SOURCE);
            assertEquals(Optional.empty(), log.done(SOURCE));
            ArtifactEntry.SourceDone first = new ArtifactEntry.SourceDone(number, "trades", 5, 1, "line 3");
            log.append(first);
            assertEquals(Optional.of(first), log.done(SOURCE));
            ArtifactEntry.SourceDone second = new ArtifactEntry.SourceDone(number, "trades", 6, 0, "");
            log.append(second);
            assertEquals(Optional.of(second), log.done(SOURCE));
        }
    }

    @Test
    void takesAReplacedSourceAsOneThatWasNotRead() throws IOException {
        try (ArtifactLog log = open()) {
            long number = log.append(SOURCE);
            log.append(new ArtifactEntry.SourceDone(number, "trades", 5, 0, ""));
            assertEquals(Optional.empty(), log.done(new ArtifactEntry.Source(SOURCE.path(), SOURCE.lengthBytes(), 18)));
            assertEquals(Optional.empty(), log.done(new ArtifactEntry.Source(SOURCE.path(), 1, SOURCE.modifiedNs())));
            assertEquals(
                    Optional.empty(),
                    log.done(new ArtifactEntry.Source("/other", SOURCE.lengthBytes(), SOURCE.modifiedNs())));
        }
    }
}
