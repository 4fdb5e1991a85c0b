package io.m17.ledger.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    private static final ArtifactEntry.Source SOURCE = new ArtifactEntry.Source("/data/ä.csv.gz", 1 << 20, 17, "");

    @TempDir
    private Path directory;

    private ArtifactLog open() throws IOException {
        return ArtifactLog.open(directory.resolve("artifacts.map"), LocalDate.of(2025, 6, 2));
    }

    @Property(tries = 300, seed = "23")
    void readsBackEveryEntryThatItWrites(@ForAll String text, @ForAll String more, @ForAll long a, @ForAll long b) {
        List<ArtifactEntry> entries = List.of(
                new ArtifactEntry.Artifact(text, more, a, b, "0f".repeat(32), a ^ b),
                new ArtifactEntry.Source(text, a, b, more),
                new ArtifactEntry.SourceDone(a, text, b, a + b, more));
        entries.forEach(entry -> assertEquals(entry, ArtifactEntry.decode(entry.encode())));
    }

    @Test
    void refusesAnEntryThatIsCutShortOrUnknown() {
        byte[] body = SOURCE.encode();
        byte[] cut = java.util.Arrays.copyOf(body, body.length - 1);
        assertThrows(LedgerException.class, () -> ArtifactEntry.decode(cut));
        assertThrows(LedgerException.class, () -> ArtifactEntry.decode(new byte[] {5, 0, 0}));
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
            for (ArtifactEntry.Source replaced : List.of(
                    new ArtifactEntry.Source(SOURCE.path(), SOURCE.lengthBytes(), 18, ""),
                    new ArtifactEntry.Source(SOURCE.path(), 1, SOURCE.modifiedNs(), ""),
                    new ArtifactEntry.Source("/data/ä.csv", SOURCE.lengthBytes(), SOURCE.modifiedNs(), ""),
                    new ArtifactEntry.Source(SOURCE.path(), SOURCE.lengthBytes(), SOURCE.modifiedNs(), "\"7\""))) {
                assertEquals(Optional.empty(), log.done(replaced));
                assertTrue(log.replaces(replaced), replaced.toString());
            }
            ArtifactEntry.Source other =
                    new ArtifactEntry.Source("/other", SOURCE.lengthBytes(), SOURCE.modifiedNs(), "");
            assertEquals(Optional.empty(), log.done(other));
            assertFalse(log.replaces(other));
            assertFalse(log.replaces(SOURCE));
        }
    }

    @Test
    void readsASourceAgainThatCameBackAfterItWasReplaced() throws IOException {
        ArtifactEntry.Source replaced = new ArtifactEntry.Source(SOURCE.path(), 3, 19, "");
        try (ArtifactLog log = open()) {
            long number = log.append(SOURCE);
            log.append(new ArtifactEntry.SourceDone(number, "trades", 5, 0, ""));
            log.append(replaced);
            assertEquals(Optional.empty(), log.done(SOURCE));
            assertTrue(log.replaces(SOURCE));
        }
    }

    @Test
    void readsSourcesWithoutAnEtagAsTheyWereWrittenBefore() {
        byte[] before = {2, 0, 2, '/', 'a', 0, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0, 7};
        assertEquals(new ArtifactEntry.Source("/a", 5, 7, ""), ArtifactEntry.decode(before));
    }
}
