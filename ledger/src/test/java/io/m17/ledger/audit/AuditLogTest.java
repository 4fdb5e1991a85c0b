package io.m17.ledger.audit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.journal.RecordLog;
import io.m17.journal.RecordLogOptions;
import io.m17.ledger.LedgerException;
import io.m17.ledger.SlotColumn;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {
    private static final RecordLogOptions OPTIONS = RecordLogOptions.of(0x130).withSizes(4096, 1 << 20);

    @TempDir
    private Path directory;

    private RecordLog records(String name) throws IOException {
        return RecordLog.open(directory.resolve(name), OPTIONS);
    }

    private static AuditEntry entry(int number) {
        return new AuditEntry(number, "ops", AuditAction.REPAIRED, Optional.empty(), "number " + number);
    }

    @Property(tries = 300, seed = "29")
    void readsBackEveryEntryThatItWrites(
            @ForAll long atNs,
            @ForAll String actor,
            @ForAll AuditAction action,
            @ForAll String detail,
            @ForAll boolean aboutCells,
            @ForAll SlotColumn column,
            @ForAll @IntRange(max = 390) int minute,
            @ForAll int payloads) {
        AuditEntry.Cells cells =
                new AuditEntry.Cells(LocalDate.of(2024, 7, 2), "O:SPY", column, minute, minute + 1, 1, payloads);
        AuditEntry entry =
                new AuditEntry(atNs, actor, action, aboutCells ? Optional.of(cells) : Optional.empty(), detail);
        byte[] encoded = entry.encode();
        assertEquals(entry, AuditEntry.decode(encoded, 0));
        assertThrows(LedgerException.class, () -> AuditEntry.decode(Arrays.copyOf(encoded, encoded.length - 1), 0));
    }

    @Test
    void keepsItsEntriesAndItsChainOverReopening() throws IOException {
        for (int opening = 0; opening < 3; opening++) {
            try (AuditLog log = new AuditLog(records("audit.log"))) {
                assertEquals(opening * 10L, log.count());
                for (int i = 0; i < 10; i++) {
                    log.append(entry(opening * 10 + i));
                }
                assertEquals(Optional.empty(), log.brokenLink());
            }
        }
        try (AuditLog log = new AuditLog(records("audit.log"))) {
            List<String> details = new ArrayList<>();
            log.forEach(entry -> details.add(entry.detail()));
            assertEquals(30, details.size());
            assertEquals("number 29", details.getLast());
            assertEquals(List.of(), log.verify());
        }
    }

    @Test
    void beginsEveryRecordWithTheHashOfTheOneBefore() throws Exception {
        try (AuditLog log = new AuditLog(records("audit.log"))) {
            log.append(entry(1));
            log.append(entry(2));
        }
        try (RecordLog records = records("audit.log")) {
            assertArrayEquals(new byte[32], Arrays.copyOf(records.read(1), 32));
            assertArrayEquals(
                    MessageDigest.getInstance("SHA-256").digest(records.read(1)), Arrays.copyOf(records.read(2), 32));
        }
    }

    /// Whoever writes whole records, with right checksums, still cannot alter, drop, or insert one.
    @Test
    void findsAnEntryThatWasAlteredLeftOutOrPutIn() throws IOException {
        List<byte[]> bodies = new ArrayList<>();
        try (AuditLog log = new AuditLog(records("audit.log"))) {
            for (int i = 0; i < 5; i++) {
                log.append(entry(i));
            }
        }
        try (RecordLog records = records("audit.log")) {
            for (int number = 1; number <= 5; number++) {
                bodies.add(records.read(number));
            }
        }
        byte[] other = bodies.get(2).clone();
        other[other.length - 2] ^= 1;
        List<byte[]> altered = new ArrayList<>(bodies);
        altered.set(2, other);
        assertEquals("[entry=4", broken("altered", altered));
        List<byte[]> shorter = new ArrayList<>(bodies);
        shorter.remove(1);
        assertEquals("[entry=2", broken("shorter", shorter));
        List<byte[]> headless = new ArrayList<>(bodies.subList(1, 5));
        assertEquals("[entry=1", broken("headless", headless));
        List<byte[]> longer = new ArrayList<>(bodies);
        longer.add(3, bodies.get(3));
        assertEquals("[entry=5", broken("longer", longer));
        assertEquals("", broken("same", bodies));
    }

    private String broken(String name, List<byte[]> bodies) throws IOException {
        try (RecordLog records = records(name)) {
            bodies.forEach(records::append);
        }
        try (AuditLog log = new AuditLog(records(name))) {
            assertTrue(log.verify().isEmpty());
            return log.brokenLink()
                    .map(link -> link.substring(link.indexOf('['), link.indexOf(',')))
                    .orElse("");
        }
    }
}
