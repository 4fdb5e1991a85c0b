package io.m17.publication;

import io.m17.journal.KillPoint;
import io.m17.ledger.PayloadMeta;
import io.m17.ledger.Reason;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotStatus;
import io.m17.ledger.payload.ArtifactEntry;
import io.m17.ledger.payload.Origin;
import io.m17.ledger.payload.Payload;
import io.m17.ledger.payload.PayloadMap;
import io.m17.ledger.session.Claim;
import io.m17.ledger.session.SessionLedger;
import io.m17.market.artifact.ArtifactOptions;
import io.m17.market.artifact.ArtifactWriter;
import io.m17.market.artifact.WrittenArtifact;
import io.m17.market.column.ColumnBatch;
import io.m17.market.column.ContentChecksum;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Publishes claimed windows of one session: their rows go into one artifact file, then a payload record each into the
/// map, then the slots are filled; in this order, so that a crash leaves at most a file or a record that nothing points
/// at. Windows without rows and without inputs share one record a symbol and column.
///
/// Gather, then [#publish] or [#abandon]; after either it is empty again. Claims whose windows are still to be added
/// can be given to it with [#hold]: it gives them back when it fails. Confined to one thread at a time.
public final class Publisher {
    private record Window(Claim claim, int from, int to, int digest, PayloadForm form) {}

    private record Shared(Claim claim, int digest) {}

    private record SharedKey(int symbolId, int column) {}

    private final Publication publication;
    private final SessionLedger session;
    private final long sourceEntry;
    private final ColumnBatch rows;
    private final int partRows;
    private List<Claim> held = List.of();
    private final List<Window> windows = new ArrayList<>();
    private final List<Shared> empties = new ArrayList<>();
    private final Map<SharedKey, SharedRecord> sharedRecords = new HashMap<>();
    private final Map<SharedKey, Integer> sharedIds = new HashMap<>();

    private record SharedRecord(int firstRow, int outside, int digest, PayloadForm form) {}

    /// @param sourceEntry the artifact log's entry of the vendor file that the rows come from; 0 when they are derived
    public Publisher(Publication publication, SessionLedger session, long sourceEntry) {
        this(publication, session, sourceEntry, new ColumnBatch(publication.schema()));
    }

    /// A publisher of rows that are gathered elsewhere.
    public Publisher(Publication publication, SessionLedger session, long sourceEntry, ColumnBatch rows) {
        this(publication, session, sourceEntry, rows, Integer.MAX_VALUE);
    }

    /// A publisher of derived rows.
    ///
    /// @param partRows how many rows make an artifact full
    public static Publisher derived(Publication publication, SessionLedger session, int partRows) {
        return new Publisher(publication, session, 0, new ColumnBatch(publication.schema()), partRows);
    }

    private Publisher(
            Publication publication, SessionLedger session, long sourceEntry, ColumnBatch rows, int partRows) {
        this.publication = publication;
        this.session = session;
        this.sourceEntry = sourceEntry;
        this.rows = rows;
        this.partRows = partRows;
    }

    /// How many rows make an artifact full.
    public int partRows() {
        return partRows;
    }

    /// Takes responsibility for the claims of an instrument whose windows are to be added one by one; those of the
    /// instrument before it have all been added.
    public void hold(List<Claim> claims) {
        held = List.copyOf(claims);
    }

    /// The part's rows; append a window's rows before the window is added.
    public ColumnBatch rows() {
        return rows;
    }

    /// Adds a window with the part's rows `[from, to)`, possibly none.
    ///
    /// @param digest what the record remembers of its inputs, or of the state that it hands on
    public void window(Claim claim, int from, int to, int digest, PayloadForm form) {
        windows.add(new Window(claim, from, to, digest, form));
    }

    /// Adds a window without rows, which will point at its symbol's shared record.
    ///
    /// @param form of the shared record; that of the symbol's first such window counts
    public void emptyWindow(Claim claim, PayloadForm form) {
        emptyWindow(claim, 0, form);
    }

    /// The same of a column whose minutes hand on a state.
    ///
    /// @param digest of the state, for a window that cannot point at the shared record
    public void emptyWindow(Claim claim, int digest, PayloadForm form) {
        empties.add(new Shared(claim, digest));
        shared(claim.symbolId(), claim.column().ordinal(), 0, ContentChecksum.EMPTY, 0, form);
    }

    /// Says what the shared record of a symbol and column holds beside its kind's fields, whether or not a window needs
    /// it.
    ///
    /// @param firstRow the part's row from which the symbol's rows before the open stand
    /// @param outside a digest of the symbol's rows before the open and after the close; 0 when there are none
    /// @param digest the state in which the session begins
    public void shared(int symbolId, int column, int firstRow, int outside, int digest, PayloadForm form) {
        sharedRecords.putIfAbsent(new SharedKey(symbolId, column), new SharedRecord(firstRow, outside, digest, form));
    }

    /// How many windows were added.
    public int windows() {
        return windows.size() + empties.size();
    }

    /// Publishes what was added so far when its rows make an artifact full.
    public void publishIfFull() {
        if (rows.size() >= partRows) {
            publish();
        }
    }

    /// Writes artifact, records and slots, durably where each batch is committed; returns how many slots were filled. A
    /// claim that was lost meanwhile is left to whoever took it. When anything else fails, all claims are given back.
    public int publish() {
        long startNs = publication.nowNs();
        try {
            int artifactId = rows.size() == 0 ? 0 : writeArtifact();
            // Before any slot: a slot that is filled lets nobody look for the rows before the open again.
            appendShared(artifactId);
            int filled = fillWindows(artifactId) + fillEmpties();
            publication.ledger().acknowledge();
            publication.count(rows.size(), filled, windows() - filled, publication.nowNs() - startNs);
            clear();
            return filled;
        } catch (RuntimeException | Error e) {
            abandonAfter(e);
            throw e;
        } finally {
            publication.ledger().changes().announce();
        }
    }

    /// Gives every claim back.
    public void abandon(Reason reason) {
        long nowNs = publication.nowNs();
        windows.forEach(window -> session.release(window.claim(), reason, nowNs));
        empties.forEach(empty -> session.release(empty.claim(), reason, nowNs));
        held.forEach(claim -> session.release(claim, reason, nowNs));
        held = List.of();
        clear();
    }

    private void clear() {
        windows.clear();
        empties.clear();
        rows.clear();
    }

    /// Where the ledger takes no more writes, claims stay, and are void once this process is gone.
    private void abandonAfter(Throwable failure) {
        try {
            abandon(Reason.ENGINE_ERROR);
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private int writeArtifact() {
        try (ArtifactWriter writer = ArtifactWriter.create(
                publication.names().next(session.session().date()),
                publication.schema(),
                ArtifactOptions.DEFAULT,
                publication.ledger().storage())) {
            writer.append(rows);
            WrittenArtifact written = writer.finish();
            long id = session.artifacts()
                    .append(new ArtifactEntry.Artifact(
                            publication.ledger().layout().uri(written.file()),
                            publication.schema().name(),
                            written.rows(),
                            written.lengthBytes(),
                            written.sha256Hex(),
                            sourceEntry));
            KillPoint.ARTIFACT_LOGGED.reached();
            session.artifacts().force(); // before a record says the number: a lost one is given to another artifact
            return Math.toIntExact(id);
        }
    }

    private int fillWindows(int artifactId) {
        ContentChecksum checksums = new ContentChecksum();
        int filled = 0;
        for (Window window : windows) {
            Claim claim = window.claim();
            int count = window.to() - window.from();
            int checksum = checksums.of(rows, window.from(), window.to());
            int version = version(claim.before(), checksum, count == 0);
            Origin origin = new Origin(
                    publication.source(),
                    claim.symbolId(),
                    session.windowIndex(claim.minute()),
                    version,
                    publication.nowNs(),
                    count == 0 ? 0 : artifactId,
                    count == 0 ? 0 : window.from(),
                    count,
                    checksum,
                    window.digest());
            filled += fill(claim, window.form().of(origin));
        }
        return filled;
    }

    private void appendShared(int artifactId) {
        sharedRecords.forEach(
                (key, record) -> sharedIds.computeIfAbsent(key, shared -> appendShared(shared, record, artifactId)));
    }

    private int fillEmpties() {
        int filled = 0;
        for (Shared empty : empties) {
            Claim claim = empty.claim();
            SharedKey key = new SharedKey(claim.symbolId(), claim.column().ordinal());
            if (sharesRecord(claim)) {
                filled += fill(claim, Objects.requireNonNull(sharedIds.get(key)));
            } else {
                SharedRecord record = Objects.requireNonNull(sharedRecords.get(key));
                filled += fill(claim, record.form().of(emptyOrigin(empty)));
            }
        }
        return filled;
    }

    /// Whether a window that is found without rows may point at its symbol's shared record. A rebuild must be able to
    /// tell that somebody filled it after it was cleared, or had rows.
    public static boolean sharesRecord(Claim claim) {
        Slot before = claim.before();
        boolean hadRows = before.filled() && !before.knownEmpty();
        return before.status() != SlotStatus.CLEARED && !hadRows;
    }

    private int appendShared(SharedKey key, SharedRecord record, int artifactId) {
        Origin origin = new Origin(
                publication.source(),
                key.symbolId(),
                Origin.SHARED,
                1,
                publication.nowNs(),
                artifactId,
                record.firstRow(),
                0,
                record.outside(),
                record.digest());
        Payload payload = record.form().of(origin);
        return session.map(payload.type()).append(payload);
    }

    private Origin emptyOrigin(Shared empty) {
        Claim claim = empty.claim();
        return new Origin(
                publication.source(),
                claim.symbolId(),
                session.windowIndex(claim.minute()),
                version(claim.before(), ContentChecksum.EMPTY, true),
                publication.nowNs(),
                0,
                0,
                0,
                ContentChecksum.EMPTY,
                empty.digest());
    }

    private int fill(Claim claim, Payload payload) {
        PayloadMap map = session.map(payload.type());
        int id = map.append(payload);
        KillPoint.PAYLOAD_APPENDED.reached();
        Origin origin = payload.origin();
        PayloadMeta meta = new PayloadMeta(
                payload.type(), id, origin.version(), origin.checksum(), origin.writtenNs(), origin.rowCount() == 0);
        return session.fill(claim, meta).written() ? 1 : 0;
    }

    private int fill(Claim claim, int sharedId) {
        PayloadMeta meta = new PayloadMeta(
                claim.column().payloadType(),
                sharedId,
                version(claim.before(), ContentChecksum.EMPTY, true),
                ContentChecksum.EMPTY,
                publication.nowNs(),
                true);
        return session.fill(claim, meta).written() ? 1 : 0;
    }

    /// The version of what stood there when the content is the same, the next one when it is not.
    private static int version(Slot before, int checksum, boolean empty) {
        boolean same = before.filled() && before.checksum() == checksum && before.knownEmpty() == empty;
        return same ? before.version() : before.version() + 1;
    }
}
