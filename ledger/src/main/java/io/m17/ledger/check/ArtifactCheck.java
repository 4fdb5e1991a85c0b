package io.m17.ledger.check;

import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.payload.ArtifactEntry;
import io.m17.ledger.payload.ArtifactLog;
import io.m17.ledger.session.SessionLedger;
import io.m17.ledger.state.Sha256;
import io.m17.ledger.state.StateLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Holds the artifact files of a session against its artifact log.
///
/// @param damaged ids of logged artifacts that are missing or altered, with what is wrong
/// @param unreferenced files that no log entry names, relative to the state directory
public record ArtifactCheck(Map<Integer, Finding> damaged, List<String> unreferenced) {

    /// Reads every artifact of a session from end to end. One that is gone counts only when a slot still stands on it:
    /// what was set aside and derived again is history.
    public static ArtifactCheck of(StateLayout layout, SessionLedger session) throws IOException {
        LocalDate date = session.session().date();
        ArtifactLog log = session.artifacts();
        Map<Integer, Finding> damaged = new HashMap<>();
        Set<String> logged = new HashSet<>();
        for (int id = 1; id <= log.count(); id++) {
            if (log.find(id).orElse(null) instanceof ArtifactEntry.Artifact artifact) {
                logged.add(artifact.uri());
                String fault = fault(layout.root().resolve(artifact.uri()), artifact);
                if (!fault.isEmpty()) {
                    damaged.put(id, new Finding(artifact.uri(), "", fault));
                }
            }
        }
        Set<Integer> gone = new HashSet<>(damaged.keySet());
        gone.removeIf(id -> Files.exists(layout.root().resolve(file(damaged, id))));
        if (!gone.isEmpty()) {
            gone.removeAll(standing(session));
            damaged.keySet().removeAll(gone);
        }
        return new ArtifactCheck(damaged, unreferenced(layout, date, logged));
    }

    private static String file(Map<Integer, Finding> damaged, int id) {
        Finding finding = damaged.get(id);
        return finding == null ? "" : finding.file();
    }

    /// The artifacts that filled slots stand on.
    private static Set<Integer> standing(SessionLedger session) {
        Set<Integer> ids = new HashSet<>();
        session.listed().forEach(symbolId -> {
            for (SlotColumn column : SlotColumn.ALL) {
                for (int minute = 0; minute < session.minutes(); minute++) {
                    Slot slot = session.slot(column, symbolId, minute);
                    if (slot.filled() && column != SlotColumn.RF_RATE) {
                        ids.add(artifact(session, slot));
                    }
                }
            }
        });
        return ids;
    }

    /// The artifact behind a slot, 0 when its record cannot be read, which is a finding of its own.
    private static int artifact(SessionLedger session, Slot slot) {
        try {
            return session.payload(slot).origin().artifactId();
        } catch (RuntimeException e) {
            return 0;
        }
    }

    private static String fault(Path file, ArtifactEntry.Artifact artifact) throws IOException {
        if (!Files.isRegularFile(file)) {
            return "the artifact is missing";
        }
        long lengthBytes = Files.size(file);
        if (lengthBytes != artifact.lengthBytes()) {
            return "the artifact has another length [length_bytes=" + lengthBytes + ", logged=" + artifact.lengthBytes()
                    + "]";
        }
        return Sha256.ofFile(file).equals(artifact.sha256()) ? "" : "the artifact's checksum differs from the log's";
    }

    private static List<String> unreferenced(StateLayout layout, LocalDate date, Set<String> logged)
            throws IOException {
        Path directory = layout.session(date).resolve("artifacts");
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        List<String> files = new ArrayList<>();
        try (Stream<Path> tree = Files.walk(directory)) {
            tree.filter(Files::isRegularFile)
                    .map(layout::uri)
                    .filter(uri -> !logged.contains(uri))
                    .forEach(files::add);
        }
        files.sort(null);
        return files;
    }
}
