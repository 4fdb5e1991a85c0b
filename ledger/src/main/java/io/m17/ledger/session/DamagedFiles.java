package io.m17.ledger.session;

import io.m17.journal.JournalException;
import io.m17.journal.LogFault;
import io.m17.journal.Storage;
import io.m17.ledger.LedgerException;
import io.m17.ledger.LedgerKind;
import io.m17.ledger.PayloadType;
import io.m17.ledger.calendar.TradingSession;
import io.m17.ledger.check.Finding;
import io.m17.ledger.payload.ArtifactLog;
import io.m17.ledger.payload.PayloadMap;
import io.m17.ledger.payload.RateMap;
import io.m17.ledger.slot.SlotMatrix;
import io.m17.ledger.state.StateLayout;
import io.m17.ledger.symbol.SymbolMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/// Sets damaged files of a session aside as `<name>.damaged-<n>`, never deleting them, and carries over what is sound.
///
/// What is sound is first brought together as `<name>.new`; then the damaged file steps aside, then the new one
/// gets its name. So a file that is missing while its `.new` is there was interrupted at the last step, which
/// [#finishReplacing] does; any other `.new` is incomplete, and made again.
final class DamagedFiles {
    private static final int MOST_COPIES = 1000;

    private final StateLayout layout;
    private final TradingSession session;
    private final int payloadCapacity;
    private final Storage storage;

    /// Copies the sound records of a damaged file into a new one.
    private interface Salvage {
        void into(Path fresh) throws IOException;
    }

    DamagedFiles(StateLayout layout, TradingSession session, int payloadCapacity, Storage storage) {
        this.layout = layout;
        this.session = session;
        this.payloadCapacity = payloadCapacity;
        this.storage = storage;
    }

    /// Replaces every map that has a fault by one with its sound records under the same numbers.
    void salvageMaps(List<String> found) throws IOException {
        finishReplacing();
        for (PayloadType type : SessionFiles.MAPS) {
            Path file = layout.map(session.date(), type);
            if (Files.exists(file) && report(mapFaults(file, type, session.date()), found)) {
                replace(
                        file,
                        storage,
                        fresh -> PayloadMap.salvage(file, fresh, type, session.date(), payloadCapacity, storage));
            }
        }
        Path artifacts = layout.artifactLog(session.date());
        if (Files.exists(artifacts) && report(artifactLogFaults(artifacts, session.date()), found)) {
            replace(artifacts, storage, fresh -> ArtifactLog.salvage(artifacts, fresh, session.date(), storage));
        }
    }

    /// Ends what an interruption left of a replacement of this session's maps.
    void finishReplacing() throws IOException {
        for (PayloadType type : SessionFiles.MAPS) {
            finishReplacing(layout.map(session.date(), type), storage);
        }
        finishReplacing(layout.artifactLog(session.date()), storage);
    }

    /// Gives the new file its name when the damaged one has stepped aside already.
    static void finishReplacing(Path file, Storage storage) throws IOException {
        if (Files.notExists(file) && Files.exists(fresh(file))) {
            move(fresh(file), file, storage);
        }
    }

    private static void replace(Path file, Storage storage, Salvage salvage) throws IOException {
        storage.delete(fresh(file));
        salvage.into(fresh(file));
        setAside(file, storage);
        move(fresh(file), file, storage);
    }

    private static Path fresh(Path file) {
        return file.resolveSibling(file.getFileName() + ".new");
    }

    private static void move(Path from, Path to, Storage storage) throws IOException {
        storage.move(from, to);
        storage.syncDirectory(Objects.requireNonNull(to.toAbsolutePath().getParent()));
    }

    /// Sets ledger files aside that cannot even be opened; returns whether there was one.
    boolean setUnreadableLedgersAside(List<String> found) {
        boolean any = false;
        for (LedgerKind kind : LedgerKind.values()) {
            Path file = layout.ledger(session.date(), kind);
            if (Files.exists(file)) {
                try {
                    SlotMatrix.openReadOnly(file, kind, session, 0).close();
                } catch (LedgerException | JournalException | IOException e) {
                    found.add(layout.uri(file) + ": " + e.getMessage());
                    setAside(file, storage);
                    any = true;
                }
            }
        }
        return any;
    }

    static List<LogFault> rateFaults(Path file) {
        try (RateMap map = RateMap.openReadOnly(file)) {
            return map.verify();
        } catch (JournalException | LedgerException | IOException e) {
            return List.of(new LogFault(file, 0, 0, String.valueOf(e.getMessage())));
        }
    }

    static List<LogFault> symbolFaults(Path file) {
        try (SymbolMap map = SymbolMap.openReadOnly(file)) {
            return map.verify();
        } catch (JournalException | LedgerException | IOException e) {
            return List.of(new LogFault(file, 0, 0, String.valueOf(e.getMessage())));
        }
    }

    /// Replaces the symbol map by one with the same symbols. Fails, and changes nothing, when one of them is lost: what
    /// the ledger says of it could not be told from another's.
    static void salvageSymbols(Path file, int cap, Storage storage) throws IOException {
        replace(file, storage, fresh -> {
            long lost = SymbolMap.salvage(file, fresh, cap, storage);
            if (lost > 0) {
                storage.delete(fresh);
                throw new LedgerException(
                        "symbols are lost [file=" + file + ", lost=" + lost + "]; restore the file from the archive");
            }
        });
    }

    static void salvageRates(Path file, Storage storage) throws IOException {
        replace(file, storage, fresh -> RateMap.salvage(file, fresh, storage));
    }

    static List<LogFault> mapFaults(Path file, PayloadType type, LocalDate date) {
        try (PayloadMap map = PayloadMap.openReadOnly(file, type, date)) {
            return map.verify();
        } catch (JournalException | LedgerException | IOException e) {
            return List.of(new LogFault(file, 0, 0, String.valueOf(e.getMessage())));
        }
    }

    static List<LogFault> artifactLogFaults(Path file, LocalDate date) {
        try (ArtifactLog log = ArtifactLog.openReadOnly(file, date)) {
            return log.verify();
        } catch (JournalException | LedgerException | IOException e) {
            return List.of(new LogFault(file, 0, 0, String.valueOf(e.getMessage())));
        }
    }

    /// Renames a file to the first free `<name>.damaged-<n>`, and returns that.
    static Path setAside(Path file, Storage storage) {
        for (int copy = 1; copy <= MOST_COPIES; copy++) {
            Path aside = file.resolveSibling(file.getFileName() + ".damaged-" + copy);
            if (!Files.exists(aside)) {
                try {
                    move(file, aside, storage);
                    return aside;
                } catch (IOException e) {
                    throw new LedgerException("a damaged file cannot be set aside [file=" + file + "]", e);
                }
            }
        }
        throw new LedgerException(
                "too many damaged copies [file=" + file + ", copies=" + MOST_COPIES + "]; remove the old ones");
    }

    private boolean report(List<LogFault> faults, List<String> found) {
        faults.forEach(fault -> found.add(Finding.of(layout, fault).toString()));
        return !faults.isEmpty();
    }
}
