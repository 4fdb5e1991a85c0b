package io.m17.proofs.faults;

import io.m17.journal.RecordLog;
import io.m17.journal.RecordLogOptions;
import io.m17.journal.Storage;
import io.m17.ledger.ExpectedColumns;
import io.m17.ledger.Ledger;
import io.m17.ledger.LedgerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/// A little of everything that m17 stores, as a script: a record log that rolls and is sealed, symbols, a curve, listed
/// instruments, an artifact through the real publisher, records and slots, a clear, a retirement, a flush, an orderly
/// end, and an opening with a check of everything. Run again it does what is left, so however it was interrupted it
/// ends in the same content. Confined to one thread.
final class Script {
    static final LocalDate DAY = LocalDate.of(2024, 7, 2);
    static final long NOW_NS = 1_720_000_000_000_000_000L;

    private static final int RECORDS = 30;
    private static final int HALF_OF_RECORDS = 15;
    private static final int LONGEST_RECORD_BYTES = 900;
    private static final RecordLogOptions LOG =
            RecordLogOptions.of(7).withSizes(LONGEST_RECORD_BYTES, 8_192).withPreallocateBytes(4_096);

    private final Path directory;
    private final Storage storage;
    private final Promises promises;
    private final boolean scrubs;
    private final Pause pause;

    /// A moment at which everything is open, so that what stands on the disk is what a crash leaves.
    enum Moment {
        RECORDS_HALF_WRITTEN,
        SLOTS_FILLED
    }

    /// Told at each moment.
    interface Pause {
        void at(Moment moment) throws Exception;
    }

    /// @param scrubs whether to mend the session before it is used, as `run` does
    Script(Path directory, Storage storage, Promises promises, boolean scrubs, Pause pause) {
        this.directory = directory;
        this.storage = storage;
        this.promises = promises;
        this.scrubs = scrubs;
        this.pause = pause;
    }

    Script(Path directory, Storage storage, Promises promises, boolean scrubs) {
        this(directory, storage, promises, scrubs, moment -> {});
    }

    static LedgerOptions options(Path directory) {
        return new LedgerOptions(directory.resolve("state"), 6, 1 << 10, new ExpectedColumns(Set.of("SPY")));
    }

    static Path log(Path directory) {
        return directory.resolve("records.log");
    }

    /// The newest file of the log.
    static Path lastSegment(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith("records.log"))
                    .max(Comparator.comparing(Path::toString))
                    .orElseThrow();
        }
    }

    static RecordLog openLog(Path directory, Storage storage) throws Exception {
        return RecordLog.open(log(directory), LOG, storage);
    }

    /// Runs the script to its end.
    void run() throws Exception {
        storage.createDirectories(directory);
        records();
        try (Ledger ledger = Ledger.open(options(directory).withStorage(storage), NOW_NS)) {
            if (scrubs && ledger.sessions().contains(DAY)) {
                ledger.scrub(DAY, NOW_NS);
            }
            ScriptSlots slots = new ScriptSlots(ledger, promises);
            slots.list();
            slots.publish();
            slots.fill();
            pause.at(Moment.SLOTS_FILLED);
            ledger.force();
            slots.take();
        }
        try (Ledger ledger = Ledger.open(options(directory).withStorage(storage), NOW_NS)) {
            ledger.scrub(DAY, NOW_NS);
            new ScriptSlots(ledger, promises).fill();
        }
    }

    private void records() throws Exception {
        try (RecordLog log = openLog(directory, storage)) {
            while (!log.isSealed() && log.count() < RECORDS) {
                byte[] body = body(log.count() + 1);
                promises.record(log.append(body), body);
                if (log.count() % 10 == 0) {
                    log.force();
                }
                if (log.count() == HALF_OF_RECORDS) {
                    pause.at(Moment.RECORDS_HALF_WRITTEN);
                }
            }
            if (!log.isSealed()) {
                log.seal();
            }
        }
    }

    private static byte[] body(long number) {
        Random random = new Random(number);
        byte[] body = new byte[300 + random.nextInt(LONGEST_RECORD_BYTES - 300)];
        random.nextBytes(body);
        return body;
    }
}
