package io.m17.proofs.fuzz;

import io.m17.journal.FixedLogOptions;
import io.m17.journal.FixedRecordLog;
import io.m17.journal.JournalException;
import io.m17.journal.LogOwner;
import io.m17.journal.LogSalvage;
import io.m17.journal.RecordLog;
import io.m17.journal.RecordLogOptions;
import io.m17.journal.Storage;
import io.m17.ledger.LedgerException;
import io.m17.ledger.LedgerKind;
import io.m17.ledger.calendar.ExchangeCalendar;
import io.m17.ledger.calendar.TradingSession;
import io.m17.ledger.slot.SlotMatrix;
import io.m17.ledger.state.StateLock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32C;

/// Whole files of nobody's making. Where a checksum guards the way in, every other input gets it put right, so that
/// what is behind it is tried too.
final class FileTargets {
    private static final int KIND = 77;
    private static final int STRIDE_BYTES = 32;
    private static final int RECORDS = 100;
    private static final int SEGMENT_BYTES = 1 << 14;
    private static final int LONGEST_RECORD_BYTES = 1 << 10;
    private static final int PAGE_BYTES = 4096;
    private static final int LOG_CHECKSUM = 112;
    private static final int LEDGER_CHECKSUM = 48;
    private static final int LEDGER_CHECKED_FROM = 8;
    private static final int SYMBOLS = 2;
    private static final int SEEDED_RECORDS = 20;
    private static final FixedLogOptions FIXED = FixedLogOptions.of(KIND, STRIDE_BYTES, RECORDS);
    private static final RecordLogOptions VARIABLE = RecordLogOptions.of(KIND)
            .withSizes(LONGEST_RECORD_BYTES, SEGMENT_BYTES)
            .withPreallocateBytes(PAGE_BYTES);

    private final Path directory;
    private final TradingSession session =
            ExchangeCalendar.nyse().session(LocalDate.of(2025, 6, 2)).orElseThrow();

    FileTargets(Path directory) {
        this.directory = directory;
    }

    List<Target> all() throws IOException {
        Set<Class<? extends Exception>> log = Set.of(JournalException.class, IOException.class);
        return List.of(
                new Target("fixed-log-file", log, List.of(fixedLog()), this::fixed),
                new Target("record-log-file", log, List.of(recordLog()), this::variable),
                new Target(
                        "ledger-header",
                        Set.of(LedgerException.class, IOException.class),
                        List.of(ledger()),
                        this::matrix),
                new Target("lock", Set.of(LedgerException.class), List.of(lockLine()), this::lock));
    }

    private Path fresh(String name) throws IOException {
        Path file = directory.resolve(name);
        Files.deleteIfExists(file);
        return file;
    }

    private Path written(String name, byte[] bytes) throws IOException {
        return Files.write(fresh(name), bytes);
    }

    /// The input, every other one with a header checksum that fits.
    private static byte[] checked(byte[] input, int from, int checksum) {
        if (input.length < checksum + Integer.BYTES || input[input.length - 1] % 2 != 0) {
            return input;
        }
        byte[] checked = input.clone();
        CRC32C crc = new CRC32C();
        crc.update(checked, from, checksum - from);
        ByteBuffer.wrap(checked).order(ByteOrder.LITTLE_ENDIAN).putInt(checksum, (int) crc.getValue());
        return checked;
    }

    private void fixed(byte[] input) throws IOException {
        Path file = written("fixed", checked(input, 0, LOG_CHECKSUM));
        LogSalvage.fixed(file, fresh("fixed-salvaged"), FIXED, Storage.SYSTEM);
        try (FixedRecordLog log = FixedRecordLog.openReadOnly(file, KIND)) {
            boolean sound = log.verify().isEmpty();
            byte[] body = new byte[log.bodyBytes()];
            for (long number = 1; number <= log.count(); number++) {
                try {
                    log.read(number, body);
                } catch (JournalException e) {
                    Target.require(!sound, "verify finds nothing and a record cannot be read");
                }
            }
        }
        try (FixedRecordLog log = FixedRecordLog.open(file, FIXED)) {
            long before = log.count();
            Target.require(log.append(filled()) == before + 1, "another number");
        }
    }

    private static byte[] filled() {
        byte[] body = new byte[STRIDE_BYTES - Integer.BYTES];
        Arrays.fill(body, (byte) 7);
        return body;
    }

    private byte[] fixedLog() throws IOException {
        Path file = fresh("fixed-seed");
        try (FixedRecordLog log = FixedRecordLog.open(file, FIXED)) {
            for (int i = 0; i < SEEDED_RECORDS; i++) {
                log.append(filled());
            }
        }
        return Files.readAllBytes(file);
    }

    private void variable(byte[] input) throws IOException {
        Path file = written("variable", checked(input, 0, LOG_CHECKSUM));
        LogSalvage.variable(file, fresh("variable-salvaged"), VARIABLE, Storage.SYSTEM);
        try (RecordLog log = RecordLog.openReadOnly(file, KIND, LogOwner.NONE)) {
            boolean sound = log.verify().isEmpty();
            for (long number = log.firstNumber(); number <= log.count(); number++) {
                try {
                    log.read(number);
                } catch (JournalException e) {
                    Target.require(!sound, "verify finds nothing and a record cannot be read");
                }
            }
        }
        try (RecordLog log = RecordLog.open(file, VARIABLE)) {
            if (!log.isSealed()) {
                long before = log.count();
                Target.require(log.append(new byte[] {1}) == before + 1, "another number");
            }
        } finally {
            Files.deleteIfExists(file.resolveSibling("variable.1"));
        }
    }

    private byte[] recordLog() throws IOException {
        Path file = fresh("variable-seed");
        try (RecordLog log = RecordLog.open(file, VARIABLE)) {
            for (int i = 0; i < SEEDED_RECORDS; i++) {
                log.append(("record " + i).getBytes(StandardCharsets.US_ASCII));
            }
        }
        return Files.readAllBytes(file);
    }

    private void matrix(byte[] input) throws IOException {
        byte[] header = Arrays.copyOf(checked(input, LEDGER_CHECKED_FROM, LEDGER_CHECKSUM), PAGE_BYTES);
        byte[] whole = Arrays.copyOf(header, Math.max(PAGE_BYTES, input.length));
        Path file = written("ledger", whole);
        try (SlotMatrix matrix = SlotMatrix.openReadOnly(file, LedgerKind.TRADE, session, 0)) {
            matrix.listed(0);
        }
    }

    private byte[] ledger() throws IOException {
        Path file = fresh("ledger-seed");
        try (SlotMatrix matrix = SlotMatrix.open(file, LedgerKind.TRADE, session, SYMBOLS, 1)) {
            matrix.listed(0);
        }
        return Arrays.copyOf(Files.readAllBytes(file), PAGE_BYTES);
    }

    private void lock(byte[] input) throws IOException {
        StateLock.holder(written("lock", input));
    }

    private byte[] lockLine() throws IOException {
        Path file = fresh("lock-seed");
        StateLock.acquire(file).close();
        return Files.readAllBytes(file);
    }
}
