package io.m17.ledger.payload;

import io.m17.journal.CorruptRecordException;
import io.m17.journal.LogFault;
import io.m17.journal.LogOwner;
import io.m17.journal.LogSalvage;
import io.m17.journal.RecordLog;
import io.m17.journal.RecordLogOptions;
import io.m17.journal.Storage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A session's artifacts and the sources they were made from, numbered 1, 2, 3 … in one log. Thread-safe.
public final class ArtifactLog implements AutoCloseable {
    /// The kind that stands in the log's header.
    public static final int KIND = 0x110;

    private final RecordLog log;
    private final Set<Integer> known = ConcurrentHashMap.newKeySet();

    private ArtifactLog(RecordLog log) {
        this.log = log;
    }

    public static ArtifactLog open(Path file, LocalDate session) throws IOException {
        return open(file, session, Storage.SYSTEM);
    }

    public static ArtifactLog open(Path file, LocalDate session, Storage storage) throws IOException {
        return new ArtifactLog(RecordLog.open(file, options(session), storage));
    }

    public static ArtifactLog openReadOnly(Path file, LocalDate session) throws IOException {
        return new ArtifactLog(RecordLog.openReadOnly(file, KIND, owner(session)));
    }

    /// Copies the sound entries of a damaged log into a new one under the same numbers; the others become empty.
    ///
    /// @return how many entries were lost
    public static long salvage(Path damaged, Path target, LocalDate session, Storage storage) throws IOException {
        return LogSalvage.variable(damaged, target, options(session), storage);
    }

    private static RecordLogOptions options(LocalDate session) {
        return RecordLogOptions.of(KIND).withOwner(owner(session));
    }

    private static LogOwner owner(LocalDate session) {
        return LogOwner.of(session.toString());
    }

    /// Appends an entry and returns its number.
    public long append(ArtifactEntry entry) {
        return log.append(entry.encode());
    }

    /// The entry of a number, unless its record is lost.
    public Optional<ArtifactEntry> find(long number) {
        byte[] body = log.read(number);
        return body.length == 0 ? Optional.empty() : Optional.of(ArtifactEntry.decode(body));
    }

    /// The artifact of that number; another kind of entry there is an [IllegalArgumentException].
    public ArtifactEntry.Artifact artifact(int id) {
        if (id > 0 && id <= log.count() && find(id).orElse(null) instanceof ArtifactEntry.Artifact artifact) {
            return artifact;
        }
        throw new IllegalArgumentException("there is no such artifact [artifact_id=" + id + "]");
    }

    /// Whether an artifact of that number is logged, and not another entry or a damaged one. Looked up once a number.
    public boolean isArtifact(int id) {
        return known.contains(id) || (logged(id) && known.add(id));
    }

    private boolean logged(int id) {
        try {
            return id > 0 && id <= log.count() && find(id).orElse(null) instanceof ArtifactEntry.Artifact;
        } catch (CorruptRecordException e) {
            return false;
        }
    }

    public long count() {
        return log.count();
    }

    /// What is known of a vendor file in that very state, if it was read to its end and no other state of it since.
    public Optional<ArtifactEntry.SourceDone> done(ArtifactEntry.Source source) {
        for (long number = log.count(); number > 0; number--) {
            ArtifactEntry entry = find(number).orElse(null);
            if (entry instanceof ArtifactEntry.SourceDone done
                    && find(done.sourceEntry()).filter(source::equals).isPresent()) {
                return Optional.of(done);
            }
            if (entry instanceof ArtifactEntry.Source other && source.replaces(other)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /// Whether another state of the same file was read before, be it in part.
    public boolean replaces(ArtifactEntry.Source source) {
        for (long number = log.count(); number > 0; number--) {
            if (find(number).orElse(null) instanceof ArtifactEntry.Source other && source.replaces(other)) {
                return true;
            }
        }
        return false;
    }

    public void force() {
        log.force();
    }

    /// What opening the log had to mend, in one line.
    public Optional<String> report() {
        return LogReport.of(log.recovery());
    }

    public List<LogFault> verify() throws IOException {
        return log.verify();
    }

    @Override
    public void close() {
        log.close();
    }
}
