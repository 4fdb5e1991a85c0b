package io.m17.report;

import io.m17.ledger.Ledger;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.payload.ArtifactEntry;
import io.m17.ledger.payload.Origin;
import io.m17.ledger.payload.Payload;
import io.m17.ledger.payload.RatePayload;
import io.m17.ledger.session.SessionLedger;
import io.m17.publication.Lineage;
import io.m17.report.Provenance.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Follows a cell of one session to its inputs: slot, record, artifact, vendor file. Reads the ledger as it
/// is; beside a writer, cells may be of different moments. Confined to one thread.
public final class ProvenanceReader {
    private record Cell(SlotColumn column, int symbolId, int minute) {}

    private final Ledger ledger;
    private final SessionLedger session;
    private final Set<Cell> shown = new HashSet<>();

    public ProvenanceReader(Ledger ledger, SessionLedger session) {
        this.ledger = ledger;
        this.session = session;
    }

    /// @param depth how many levels of inputs
    public Provenance read(SlotColumn column, int symbolId, int minute, int depth) {
        shown.clear();
        return read(new Cell(column, symbolId, minute), Role.SUBJECT, depth);
    }

    private Provenance read(Cell cell, Role role, int depth) {
        Slot slot = session.slot(cell.column, cell.symbolId, cell.minute);
        Optional<Payload> payload = Optional.empty();
        Optional<RatePayload> rate = Optional.empty();
        if (slot.standing() && cell.column == SlotColumn.RF_RATE) {
            rate = Optional.of(ledger.rates().read(slot.payloadId()));
        } else if (slot.standing()) {
            payload = Optional.of(session.payload(slot));
        }
        Optional<ArtifactEntry.Artifact> artifact = payload.map(Payload::origin)
                .filter(origin -> origin.artifactId() != 0)
                .map(origin -> session.artifacts().artifact(origin.artifactId()));
        List<Provenance> inputs = new ArrayList<>();
        boolean first = shown.add(cell);
        if (first && depth > 0) {
            addInputs(cell, payload, depth - 1, inputs);
        }
        return new Provenance(
                session.symbols().symbol(cell.symbolId),
                session.window(cell.minute),
                cell.column,
                role,
                slot,
                payload,
                rate,
                artifact,
                artifact.flatMap(this::source),
                inputs,
                first);
    }

    private Optional<ArtifactEntry.Source> source(ArtifactEntry.Artifact artifact) {
        return artifact.sourceEntry() == 0
                ? Optional.empty()
                : session.artifacts()
                        .find(artifact.sourceEntry())
                        .filter(ArtifactEntry.Source.class::isInstance)
                        .map(ArtifactEntry.Source.class::cast);
    }

    private void addInputs(Cell cell, Optional<Payload> payload, int depth, List<Provenance> inputs) {
        if (payload.orElse(null) instanceof Payload.Aggregate aggregate && cell.column != SlotColumn.AGGS_1M) {
            addSpan(cell, aggregate, depth, inputs);
            return;
        }
        Optional<Lineage> lineage = Lineage.of(cell.column);
        if (lineage.isEmpty()) {
            return;
        }
        for (SlotColumn column : lineage.get().inputs()) {
            if (session.expects(cell.symbolId, column)) {
                add(new Cell(column, cell.symbolId, cell.minute), depth, cell.column, inputs);
            }
        }
        OptionalInt underlying = lineage.get().underlyingInputs().isEmpty()
                ? OptionalInt.empty()
                : Lineage.underlying(session, cell.symbolId);
        for (SlotColumn column : lineage.get().underlyingInputs()) {
            underlying.ifPresent(id -> add(new Cell(column, id, cell.minute), depth, cell.column, inputs));
        }
    }

    /// The one-minute windows whose rows of the trade ledger the record's source span names.
    private void addSpan(Cell cell, Payload.Aggregate aggregate, int depth, List<Provenance> inputs) {
        int minutes = aggregate.origin().shared() ? 0 : aggregate.spanTo() - aggregate.spanFrom();
        for (int i = 0; i < minutes; i++) {
            inputs.add(read(new Cell(SlotColumn.AGGS_1M, cell.symbolId, cell.minute + i), Role.CONTENT, depth));
        }
    }

    /// Adds an input of the same minute and, where the minute begins in a state that it was handed, whose it is.
    private void add(Cell input, int depth, SlotColumn output, List<Provenance> inputs) {
        boolean carries = input.column == SlotColumn.QUOTE
                || (input.column == SlotColumn.TRADE && output == SlotColumn.AGGRESSOR);
        if (carries) {
            carrier(input).ifPresent(cell -> inputs.add(read(cell, Role.CARRIED, depth)));
        }
        inputs.add(read(input, Role.CONTENT, depth));
    }

    /// The last minute before this one with rows.
    private Optional<Cell> carrier(Cell cell) {
        for (int minute = cell.minute - 1; minute >= 0; minute--) {
            Slot slot = session.slot(cell.column, cell.symbolId, minute);
            if (slot.standing()) {
                Origin origin = session.payload(slot).origin();
                if (origin.rowCount() > 0) {
                    return Optional.of(new Cell(cell.column, cell.symbolId, minute));
                }
            }
        }
        return Optional.empty();
    }
}
