package io.m17.proofs.corruption;

import io.m17.ledger.Ledger;
import io.m17.ledger.LedgerKind;
import io.m17.ledger.PayloadType;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.payload.ArtifactEntry;
import io.m17.ledger.payload.ArtifactLog;
import io.m17.ledger.session.SessionLedger;
import io.m17.ledger.state.StateLayout;
import io.m17.market.artifact.ArtifactReader;
import io.m17.market.column.Schema;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// One file of every kind that a state directory has.
final class Subjects {
    private static final int PARQUET_TRAILER_LENGTH_BYTES = 8;
    private static final int SYMBOLS = 8;
    private static final long PAGE = 4096;
    private static final int SUMMARY_HEAD_LENGTH_BYTES = 32;
    private static final int SUMMARY_COLUMN_LENGTH_BYTES = 32;

    private Subjects() {}

    static List<Subject> of(SealedState state) throws IOException {
        StateLayout layout = state.layout();
        List<Subject> subjects = new ArrayList<>();
        try (Ledger ledger = Ledger.openReadOnly(state.options())) {
            SessionLedger session = ledger.session(state.date());
            subjects.add(new SharedSubjects.Symbols("symbol-map.bin", layout.symbolMap()));
            subjects.add(new SharedSubjects.Rates(
                    "rf_rate.map", layout.rateMap(), ledger.rates().count()));
            subjects.add(new SharedSubjects.Audit("audit.log", layout.auditLog()));
            subjects.add(new SharedSubjects.Lock("lock", layout.lock()));
            for (LedgerKind kind : LedgerKind.values()) {
                Path file = layout.ledger(state.date(), kind);
                subjects.add(new LedgerSubject(layout.uri(file), state, kind, blocksOffset(kind)));
            }
            for (PayloadType type : PayloadType.values()) {
                if (type != PayloadType.NONE && type != PayloadType.RF_RATE) {
                    Path file = layout.map(state.date(), type);
                    subjects.add(new MapSubject(
                            layout.uri(file),
                            file,
                            type,
                            state.date(),
                            session.map(type).count()));
                }
            }
            Path log = layout.artifactLog(state.date());
            subjects.add(new SharedSubjects.Artifacts(
                    layout.uri(log), log, state.date(), session.artifacts().count()));
            subjects.addAll(artifacts(layout, session.artifacts()));
        }
        return subjects;
    }

    /// Header page and summaries, as docs/format/ledger-file.md has them.
    private static long blocksOffset(LedgerKind kind) {
        int columns = SlotColumn.of(kind).size();
        long summaries = SYMBOLS * (SUMMARY_HEAD_LENGTH_BYTES + (long) columns * SUMMARY_COLUMN_LENGTH_BYTES);
        return PAGE + Math.ceilDiv(summaries, PAGE) * PAGE;
    }

    private static List<Subject> artifacts(StateLayout layout, ArtifactLog log) throws IOException {
        Map<String, Subject> byKind = new LinkedHashMap<>();
        for (long number = 1; number <= log.count(); number++) {
            if (log.find(number).orElse(null) instanceof ArtifactEntry.Artifact artifact
                    && !byKind.containsKey(artifact.kind())) {
                Path file = layout.root().resolve(artifact.uri());
                byKind.put(
                        artifact.kind(),
                        new ArtifactSubject(
                                artifact.uri(),
                                file,
                                schema(file),
                                Files.size(file),
                                footerOffset(file),
                                artifact.sha256(),
                                columns(artifact.kind())));
            }
        }
        return List.copyOf(byKind.values());
    }

    private static Set<SlotColumn> columns(String kind) {
        Set<SlotColumn> columns = SlotColumn.ALL.stream()
                .filter(column -> column.payloadType().label().equals(kind))
                .collect(Collectors.toUnmodifiableSet());
        return columns.isEmpty() ? Collections.emptySet() : columns;
    }

    private static Schema schema(Path file) {
        try (ArtifactReader reader = ArtifactReader.open(file)) {
            return reader.schema();
        }
    }

    private static long footerOffset(Path file) throws IOException {
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "r")) {
            long trailer = access.length() - PARQUET_TRAILER_LENGTH_BYTES;
            access.seek(trailer);
            return trailer - Integer.toUnsignedLong(Integer.reverseBytes(access.readInt()));
        }
    }
}
