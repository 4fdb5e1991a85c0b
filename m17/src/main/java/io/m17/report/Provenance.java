package io.m17.report;

import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.calendar.WindowMeta;
import io.m17.ledger.payload.ArtifactEntry;
import io.m17.ledger.payload.Payload;
import io.m17.ledger.payload.RatePayload;
import java.util.List;
import java.util.Optional;

/// A cell and what it was made from, down to the vendor's files.
///
/// @param role what the cell above has of it: its own minute, or the state that was carried into it
/// @param payload the record, but for a curve
/// @param rate the curve behind a rate slot
/// @param artifact the file that holds the rows; none without rows
/// @param source the vendor's file that the rows come from; none of a derived cell
/// @param inputs in order of time; empty where a reader was told to go no deeper, or `shown` is false
/// @param shown whether the cell's inputs stand here and not further up
public record Provenance(
        String symbol,
        WindowMeta window,
        SlotColumn column,
        Role role,
        Slot slot,
        Optional<Payload> payload,
        Optional<RatePayload> rate,
        Optional<ArtifactEntry.Artifact> artifact,
        Optional<ArtifactEntry.Source> source,
        List<Provenance> inputs,
        boolean shown) {

    /// What a cell is to the one that is made from it.
    public enum Role {
        /// The cell that was asked for.
        SUBJECT,
        /// Its rows go into the cell.
        CONTENT,
        /// The state at its end is that in which the cell's minute begins.
        CARRIED
    }

    public Provenance {
        inputs = List.copyOf(inputs);
    }
}
