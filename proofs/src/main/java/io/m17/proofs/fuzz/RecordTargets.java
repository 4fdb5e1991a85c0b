package io.m17.proofs.fuzz;

import io.m17.journal.FixedLogOptions;
import io.m17.journal.FixedRecordLog;
import io.m17.journal.JournalException;
import io.m17.journal.LogOwner;
import io.m17.journal.RecordLog;
import io.m17.journal.RecordLogOptions;
import io.m17.ledger.Ledger;
import io.m17.ledger.LedgerException;
import io.m17.ledger.PayloadType;
import io.m17.ledger.audit.AuditAction;
import io.m17.ledger.audit.AuditEntry;
import io.m17.ledger.audit.AuditLog;
import io.m17.ledger.payload.ArtifactEntry;
import io.m17.ledger.payload.ArtifactLog;
import io.m17.ledger.payload.Compression;
import io.m17.ledger.payload.Origin;
import io.m17.ledger.payload.Payload;
import io.m17.ledger.payload.PayloadMap;
import io.m17.ledger.payload.PayloadSource;
import io.m17.ledger.payload.RateMap;
import io.m17.ledger.payload.RatePayload;
import io.m17.ledger.symbol.SymbolMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What stands in records whose checksum is good and whose content nobody wrote: each input becomes the body of a
/// record of a real file, which is then read as m17 reads it.
final class RecordTargets {
    private static final Set<Class<? extends Exception>> TYPED = Set.of(LedgerException.class, JournalException.class);
    private static final LocalDate DATE = LocalDate.of(2025, 6, 2);
    private static final int PAYLOAD_KIND = 0x100;
    private static final int SEGMENT_BYTES = 1 << 18;
    private static final int LONGEST_BYTES = 1 << 16;

    private final Path directory;

    RecordTargets(Path directory) {
        this.directory = directory;
    }

    List<Target> all() throws IOException {
        List<Target> targets = new ArrayList<>();
        for (PayloadType type : PayloadType.values()) {
            if (type != PayloadType.NONE && type != PayloadType.RF_RATE) {
                targets.add(new Target(
                        "payload-" + type.label(), TYPED, List.of(payloadBody(type)), input -> payload(type, input)));
            }
        }
        targets.add(new Target("rate", TYPED, List.of(rateBody()), this::rate));
        targets.add(new Target("symbol", TYPED, List.of(symbolBody()), this::symbol));
        targets.add(new Target("audit-entry", TYPED, auditBodies(), this::audit));
        targets.add(new Target("artifact-entry", TYPED, artifactBodies(), this::artifact));
        return targets;
    }

    private Path fresh(String name) throws IOException {
        Path file = directory.resolve(name);
        Files.deleteIfExists(file);
        return file;
    }

    /// A log of one record with that body, cut or padded to the stride; false when it cannot be one.
    private static boolean write(Path file, FixedLogOptions options, byte[] input) throws IOException {
        byte[] body = Arrays.copyOf(input, options.strideBytes() - Integer.BYTES);
        if (Arrays.equals(body, new byte[body.length])) {
            return false;
        }
        try (FixedRecordLog log = FixedRecordLog.open(file, options)) {
            log.append(body);
        }
        return true;
    }

    private static byte[] firstBody(Path file, int kind, LogOwner owner) throws IOException {
        try (FixedRecordLog log = FixedRecordLog.openReadOnly(file, kind, owner)) {
            byte[] body = new byte[log.bodyBytes()];
            log.read(1, body);
            return body;
        }
    }

    private void payload(PayloadType type, byte[] input) throws IOException {
        LogOwner owner = LogOwner.of(DATE.toString());
        Path file = fresh("payload.map");
        if (!write(file, FixedLogOptions.of(PAYLOAD_KIND + type.code(), 64, 60).withOwner(owner), input)) {
            return;
        }
        try (PayloadMap map = PayloadMap.open(file, type, DATE, 60)) {
            Payload payload = map.read(1);
            int again = map.append(payload);
            Target.require(map.read(again).equals(payload), "a payload is another when it is written again");
            Target.require(map.sharedRecord(payload.origin().symbolId(), 0).orElse(2) == 2, "another shared record");
        }
    }

    private byte[] payloadBody(PayloadType type) throws IOException {
        Origin origin = new Origin(PayloadSource.FLAT_FILE, 3, 40_000, 2, 1_750_000_000L, 7, 100, 25, 0x1234, 0x5678);
        Payload payload = switch (type) {
            case TRADE -> new Payload.Trade(origin, 10, 20, Compression.ZSTD);
            case QUOTE -> new Payload.Quote(origin, 10, 20);
            case AGGRESSOR -> new Payload.Aggressor(origin, 10, 4, 5);
            case GREEKS -> new Payload.Greeks(origin, 10, 4, 1);
            case AGGREGATE -> new Payload.Aggregate(origin, 10, 400, 405, 2, true);
            case NONE, RF_RATE -> throw new IllegalArgumentException("not of a session's maps [type=" + type + "]");
        };
        Path file = fresh("seed.map");
        try (PayloadMap map = PayloadMap.open(file, type, DATE, 60)) {
            map.append(payload);
        }
        return firstBody(file, PAYLOAD_KIND + type.code(), LogOwner.of(DATE.toString()));
    }

    private void rate(byte[] input) throws IOException {
        Path file = fresh("rate.map");
        if (!write(file, FixedLogOptions.of(RateMap.KIND, 256, 16), input)) {
            return;
        }
        try (RateMap map = RateMap.openReadOnly(file)) {
            for (RatePayload rate : map.curves()) {
                Path second = fresh("rate-again.map");
                try (RateMap again = RateMap.open(second)) {
                    Target.require(
                            again.read(again.append(rate)).equals(rate), "a curve is another when written again");
                }
            }
        }
    }

    private byte[] rateBody() throws IOException {
        Path file = fresh("seed-rate.map");
        int[] tenors = {430, 431, 432, 433, 434, 435, 436, 437, 438, 439, 440, RatePayload.ABSENT};
        try (RateMap map = RateMap.open(file)) {
            map.append(new RatePayload(1_700_000_000L, 1, tenors, 0, 1, "treasury/2025.csv", 1_750_000_000L));
        }
        return firstBody(file, RateMap.KIND, LogOwner.NONE);
    }

    private void symbol(byte[] input) throws IOException {
        Path file = fresh("symbols.bin");
        if (!write(file, FixedLogOptions.of(SymbolMap.KIND, 64, 60), input)) {
            return;
        }
        try (SymbolMap map = SymbolMap.openReadOnly(file)) {
            Path second = fresh("symbols-again.bin");
            try (SymbolMap again = SymbolMap.open(second, 60)) {
                Target.require(again.resolveSymbol(map.symbol(0)) == 0, "another id");
                Target.require(again.symbol(0).equals(map.symbol(0)), "another symbol when written again");
            }
        }
    }

    private byte[] symbolBody() throws IOException {
        Path file = fresh("seed-symbols.bin");
        try (SymbolMap map = SymbolMap.open(file, 60)) {
            map.resolveSymbol("O:SPY251219C00650000");
        }
        return firstBody(file, SymbolMap.KIND, LogOwner.NONE);
    }

    private static RecordLogOptions options(int kind) {
        return RecordLogOptions.of(kind).withSizes(LONGEST_BYTES, SEGMENT_BYTES).withPreallocateBytes(1 << 12);
    }

    private void audit(byte[] input) throws IOException {
        Path file = fresh("audit.log");
        RecordLogOptions options = options(Ledger.AUDIT_KIND);
        try (RecordLog log = RecordLog.open(file, options)) {
            log.append(Arrays.copyOf(input, Math.min(input.length, LONGEST_BYTES)));
        }
        List<AuditEntry> entries = new ArrayList<>();
        try (AuditLog log = new AuditLog(RecordLog.openReadOnly(file, Ledger.AUDIT_KIND, LogOwner.NONE))) {
            log.brokenLink();
            log.forEach(entries::add);
        }
        Path second = fresh("audit-again.log");
        try (AuditLog again = new AuditLog(RecordLog.open(second, options))) {
            entries.forEach(again::append);
            List<AuditEntry> read = new ArrayList<>();
            again.forEach(read::add);
            Target.require(read.equals(entries), "an entry is another when it is written again");
        }
    }

    private List<byte[]> auditBodies() throws IOException {
        Path file = fresh("seed-audit.log");
        AuditEntry.Cells cells = new AuditEntry.Cells(DATE, "SPY", io.m17.ledger.SlotColumn.AGGS_5M, 0, 390, 390, 17);
        try (AuditLog log = new AuditLog(RecordLog.open(file, options(Ledger.AUDIT_KIND)))) {
            log.append(new AuditEntry(1, "m17", AuditAction.OPENED, Optional.empty(), "incarnation=1"));
            log.append(new AuditEntry(2, "operator", AuditAction.CLEARED, Optional.of(cells), "bad ticks"));
        }
        try (RecordLog log = RecordLog.openReadOnly(file, Ledger.AUDIT_KIND, LogOwner.NONE)) {
            return List.of(log.read(1), log.read(2));
        }
    }

    private void artifact(byte[] input) throws IOException {
        LogOwner owner = LogOwner.of(DATE.toString());
        Path file = fresh("artifacts.map");
        RecordLogOptions options = options(ArtifactLog.KIND).withOwner(owner);
        try (RecordLog log = RecordLog.open(file, options)) {
            log.append(Arrays.copyOf(input, Math.min(input.length, LONGEST_BYTES)));
        }
        try (ArtifactLog log = ArtifactLog.openReadOnly(file, DATE)) {
            Optional<ArtifactEntry> entry = log.find(1);
            if (entry.isPresent()) {
                byte[] encoded = entry.get().encode();
                Path second = fresh("artifacts-again.map");
                try (RecordLog again = RecordLog.open(second, options)) {
                    again.append(encoded);
                }
                try (ArtifactLog again = ArtifactLog.openReadOnly(second, DATE)) {
                    Target.require(again.find(1).equals(entry), "an entry is another when it is written again");
                }
            }
        }
    }

    private static List<byte[]> artifactBodies() {
        return List.of(
                new ArtifactEntry.Artifact(
                                "session=2025-06-02/artifacts/trade/source=settled/part-00001-000001.parquet",
                                "trade",
                                1000,
                                20_000,
                                "ab".repeat(32),
                                1)
                        .encode(),
                new ArtifactEntry.Source("/vendor/trades.csv.gz", 30_000, 1_750_000_000L, "\"9b2cf535\"").encode(),
                new ArtifactEntry.SourceDone(1, "stock_trades", 1000, 1, "line 17: the price is missing").encode());
    }
}
