package io.m17.ledger.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.journal.RecordLog;
import io.m17.journal.RecordLogOptions;
import io.m17.journal.Storage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditRepairTest {
    private static final RecordLogOptions OPTIONS = RecordLogOptions.of(0x130).withSizes(4096, 1 << 20);
    private static final int ENTRIES = 20;

    @TempDir
    private Path directory;

    private Path file() {
        return directory.resolve("audit.log");
    }

    private void write() throws IOException {
        try (AuditLog log = new AuditLog(RecordLog.open(file(), OPTIONS))) {
            for (int number = 1; number <= ENTRIES; number++) {
                log.append(new AuditEntry(number, "ops", AuditAction.CLAIMED, Optional.empty(), detail(number)));
            }
        }
    }

    private static String detail(int number) {
        return "entry number " + number + ".";
    }

    private AuditLog open(List<String> mended) throws IOException {
        return AuditRepair.open(file(), OPTIONS, this::setAside, 99, mended, Storage.SYSTEM);
    }

    private Path setAside(Path damaged, Storage storage) {
        try {
            Path aside = directory.resolve("audit.log.damaged-1");
            storage.move(damaged, aside);
            return aside;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> details(AuditLog log) {
        List<String> details = new ArrayList<>();
        log.forEach(entry -> details.add(entry.detail()));
        return details;
    }

    private void flip(String text) throws IOException {
        byte[] bytes = Files.readAllBytes(file());
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
        try (RandomAccessFile access = new RandomAccessFile(file().toFile(), "rw")) {
            access.seek(at);
            access.write(bytes[at] ^ 1);
        }
    }

    @Test
    void leavesASoundLogAlone() throws IOException {
        write();
        byte[] before = Files.readAllBytes(file());
        List<String> mended = new ArrayList<>();
        try (AuditLog log = open(mended)) {
            assertEquals(ENTRIES, log.count());
        }
        assertEquals(List.of(), mended);
        assertEquals(-1, java.util.Arrays.mismatch(before, Files.readAllBytes(file())));
    }

    @Test
    void keepsWhatIsBeforeAndBehindADamagedEntryInOneChain() throws IOException {
        write();
        flip(detail(7));
        List<String> mended = new ArrayList<>();
        try (AuditLog log = open(mended)) {
            List<String> details = details(log);
            assertEquals(ENTRIES, details.size());
            assertEquals(detail(6), details.get(5));
            assertTrue(details.get(6).contains("behind entry 6"), details.get(6));
            assertTrue(details.get(6).contains("audit.log.damaged-1"), details.get(6));
            assertEquals(detail(8), details.get(7));
            assertEquals(detail(20), details.getLast());
            assertEquals(Optional.empty(), log.brokenLink());
            assertEquals(List.of(), log.verify());
        }
        assertEquals(1, mended.size());
    }

    @Test
    void keepsTheEntriesBeforeACutAndSaysSo() throws IOException {
        write();
        try (RandomAccessFile access = new RandomAccessFile(file().toFile(), "rw")) {
            access.setLength(4096 + 300);
        }
        try (AuditLog log = open(new ArrayList<>())) {
            List<String> details = details(log);
            assertEquals(detail(1), details.getFirst());
            assertTrue(details.getLast().contains("the log was damaged"), details.getLast());
            assertEquals(Optional.empty(), log.brokenLink());
        }
    }

    @Test
    void beginsAnewWhenNothingCanBeRead() throws IOException {
        for (byte[] wrong : List.of(new byte[0], new byte[50], new byte[1 << 20])) {
            Files.deleteIfExists(directory.resolve("audit.log.damaged-1"));
            Files.deleteIfExists(file());
            Files.write(file(), wrong);
            try (AuditLog log = open(new ArrayList<>())) {
                assertTrue(log.count() <= 1);
                assertEquals(Optional.empty(), log.brokenLink());
            }
        }
    }
}
