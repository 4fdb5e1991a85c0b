package io.m17.proofs.crash;

import io.m17.journal.FixedLogOptions;
import io.m17.journal.RecordLogOptions;
import io.m17.journal.Storage;
import io.m17.ledger.ExpectedColumns;
import io.m17.ledger.LedgerOptions;
import io.m17.ledger.durability.CommitPolicy;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/// Where a workload stands: a small state directory, and beside it logs of their own.
///
/// @param storage what its files stand on
record CrashSite(Path root, Storage storage) {
    /// The sessions that the workload opens one after the other.
    static final List<LocalDate> SESSIONS = List.of(
            LocalDate.of(2024, 7, 2), LocalDate.of(2024, 7, 3), LocalDate.of(2024, 7, 5), LocalDate.of(2024, 7, 8));

    /// The session whose windows are published through artifacts.
    static final LocalDate PUBLISHED = LocalDate.of(2024, 7, 9);

    static final int SYMBOL_CAP = 12;
    static final int FIXED_KIND = 7;
    static final int VARIABLE_KIND = 8;

    private static final int PAYLOAD_CAPACITY = 1 << 13;
    private static final int STRIDE_BYTES = 64;
    private static final int LOG_CAPACITY = 1 << 12;
    private static final int STEP_BYTES = 8_192;
    private static final int LONGEST_BODY_BYTES = 300;
    private static final int SEGMENT_BYTES = 16_384;

    CrashSite(Path root) {
        this(root, Storage.SYSTEM);
    }

    /// @param clock what the watermark is measured by
    LedgerOptions options(CommitPolicy commits, InstantSource clock) {
        return new LedgerOptions(
                root.resolve("state"),
                SYMBOL_CAP,
                PAYLOAD_CAPACITY,
                new ExpectedColumns(Set.of(Content.RATED)),
                storage,
                commits,
                clock);
    }

    Path logs() {
        return root.resolve("logs");
    }

    FixedLogOptions fixedOptions() {
        return FixedLogOptions.of(FIXED_KIND, STRIDE_BYTES, LOG_CAPACITY).withPreallocateBytes(STEP_BYTES);
    }

    static int fixedBodyBytes() {
        return STRIDE_BYTES - Integer.BYTES;
    }

    /// Where a record of a fixed-stride log stands in its file.
    static long fixedOffset(long number) {
        return 4096 + (number - 1) * STRIDE_BYTES;
    }

    RecordLogOptions variableOptions() {
        return RecordLogOptions.of(VARIABLE_KIND)
                .withSizes(LONGEST_BODY_BYTES, SEGMENT_BYTES)
                .withPreallocateBytes(STEP_BYTES);
    }
}
