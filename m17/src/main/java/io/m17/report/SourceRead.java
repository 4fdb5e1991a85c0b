package io.m17.report;

import io.m17.ledger.payload.ArtifactEntry;
import io.m17.ledger.payload.ArtifactLog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A vendor file that a session was filled from, as it was read last.
///
/// @param finished whether it was read to its end; the numbers are 0 when it was not
/// @param malformed rows that were refused
/// @param firstMalformed where and why the first of them was, or empty
public record SourceRead(String path, boolean finished, long rows, long malformed, String firstMalformed) {

    /// The files in the order in which they were first read.
    public static List<SourceRead> of(ArtifactLog log) {
        Map<Long, String> paths = new LinkedHashMap<>();
        Map<String, SourceRead> reads = new LinkedHashMap<>();
        for (long number = 1; number <= log.count(); number++) {
            ArtifactEntry entry = log.find(number).orElse(null);
            if (entry instanceof ArtifactEntry.Source source) {
                paths.put(number, source.path());
                reads.put(source.path(), new SourceRead(source.path(), false, 0, 0, ""));
            } else if (entry instanceof ArtifactEntry.SourceDone done) {
                String path = paths.get(done.sourceEntry());
                if (path != null) {
                    reads.put(path, finished(path, done));
                }
            }
        }
        return new ArrayList<>(reads.values());
    }

    private static SourceRead finished(String path, ArtifactEntry.SourceDone done) {
        return new SourceRead(path, true, done.rows(), done.malformed(), done.firstMalformed());
    }
}
