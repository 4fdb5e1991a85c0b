package io.m17.publication;

import io.m17.ledger.Ledger;
import io.m17.ledger.session.SessionLedger;
import io.m17.market.artifact.ArtifactReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// The artifacts of a session that a task reads, kept open while it goes from symbol to symbol; the least recently used
/// is closed when there are more than [#MOST_OPEN]. Confined to one thread.
public final class ArtifactReaders implements AutoCloseable {
    private static final int MOST_OPEN = 8;

    private final Path root;
    private final SessionLedger session;
    private final Map<Integer, ArtifactReader> open = new LinkedHashMap<>(MOST_OPEN * 2, 0.75f, true);

    public ArtifactReaders(Ledger ledger, SessionLedger session) {
        this.root = ledger.layout().root();
        this.session = session;
    }

    ArtifactReader reader(int artifactId) {
        ArtifactReader known = open.get(artifactId);
        if (known != null) {
            return known;
        }
        if (open.size() == MOST_OPEN) {
            Integer eldest = open.keySet().iterator().next();
            ArtifactReader closed = open.remove(eldest);
            if (closed != null) {
                closed.close();
            }
        }
        ArtifactReader reader = ArtifactReader.open(
                root.resolve(session.artifacts().artifact(artifactId).uri()));
        open.put(artifactId, reader);
        return reader;
    }

    @Override
    public void close() {
        open.values().forEach(ArtifactReader::close);
        open.clear();
    }
}
