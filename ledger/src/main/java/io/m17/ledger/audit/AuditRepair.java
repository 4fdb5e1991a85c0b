package io.m17.ledger.audit;

import io.m17.journal.JournalException;
import io.m17.journal.LogFault;
import io.m17.journal.LogOwner;
import io.m17.journal.LogSalvage;
import io.m17.journal.RecordLog;
import io.m17.journal.RecordLogOptions;
import io.m17.journal.Storage;
import io.m17.ledger.LedgerException;
import io.m17.ledger.state.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Opens the audit log for writing, and begins it anew when it is damaged.
///
/// The damaged file is set aside by its caller's means and never changed. The new log begins with the entries
/// before the damage, byte for byte and in their chain; then stands an entry that says how many are lost and names
/// the file set aside with its SHA-256; then follow the entries behind the damage that are sound, chained to that
/// one. So nothing that can be read is lost, the chain holds, and it shows where it was mended. A log of several
/// segments is not mended: it is restored from the archive. Confined to the opener.
public final class AuditRepair {
    private final RecordLogOptions options;
    private final Storage storage;
    private final long nowNs;

    private record Sound(long number, byte[] body) {}

    private AuditRepair(RecordLogOptions options, Storage storage, long nowNs) {
        this.options = options;
        this.storage = storage;
        this.nowNs = nowNs;
    }

    /// How a damaged file gets out of the way.
    public interface SetAside {
        /// Renames the file and returns its new path.
        Path move(Path file, Storage storage);
    }

    /// Opens the log; a log of one segment is checked from end to end before.
    ///
    /// @param mended takes what was wrong, one line each
    public static AuditLog open(
            Path file, RecordLogOptions options, SetAside aside, long nowNs, List<String> mended, Storage storage)
            throws IOException {
        boolean single = !Files.exists(file.resolveSibling(file.getFileName() + ".1"));
        Optional<String> fault = single && Files.exists(file) ? fault(file, options.kind()) : Optional.empty();
        if (fault.isPresent()) {
            mended.add(file.getFileName() + ": " + fault.get());
            return new AuditRepair(options, storage, nowNs).begin(file, aside.move(file, storage));
        }
        return new AuditLog(RecordLog.open(file, options, storage));
    }

    private static Optional<String> fault(Path file, int kind) {
        try (RecordLog log = RecordLog.openReadOnly(file, kind, LogOwner.NONE)) {
            Optional<String> found = log.verify().stream().map(LogFault::what).findFirst();
            return found.isPresent() ? found : new AuditLog(log).brokenLink();
        } catch (JournalException | LedgerException | IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private AuditLog begin(Path file, Path damaged) throws IOException {
        List<Sound> sound = new ArrayList<>();
        LogSalvage.soundRecords(
                damaged, options.maxRecordBytes(), (number, body) -> sound.add(new Sound(number, body)));
        AuditLog log = new AuditLog(RecordLog.open(file, options, storage));
        int kept = 0;
        while (kept < sound.size()
                && sound.get(kept).number() == kept + 1
                && log.follows(sound.get(kept).body())) {
            log.takeOver(sound.get(kept++).body());
        }
        log.append(new AuditEntry(
                nowNs,
                "m17",
                AuditAction.REPAIRED,
                Optional.empty(),
                "the log was damaged behind entry " + kept + " [set_aside=" + damaged.getFileName() + ", sha256="
                        + Sha256.ofFile(damaged) + ", chained_anew=" + (sound.size() - kept) + "]"));
        for (Sound entry : sound.subList(kept, sound.size())) {
            log.chainAnew(entry.body());
        }
        log.force();
        return log;
    }
}
