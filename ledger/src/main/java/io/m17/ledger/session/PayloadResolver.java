package io.m17.ledger.session;

import io.m17.ledger.Reason;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.SlotStatus;
import io.m17.ledger.payload.Origin;
import io.m17.ledger.payload.Payload;
import io.m17.ledger.payload.PayloadMap;
import io.m17.ledger.payload.RateMap;
import io.m17.ledger.slot.SlotResolver;
import java.util.Optional;
import java.util.Set;

/// Follows a slot to its record and checks that both mean the same window and content.
///
/// @param damagedArtifacts ids of artifacts that are missing or altered; what stands on them does not resolve
public record PayloadResolver(SessionLedger session, RateMap rates, Set<Integer> damagedArtifacts)
        implements SlotResolver {
    @Override
    public Reason fault(int symbolId, int minute, SlotColumn column, Slot slot) {
        if (slot.payloadType() != column.payloadType()) {
            return Reason.DAMAGED;
        }
        if (column == SlotColumn.RF_RATE) {
            return rateFault(slot);
        }
        Optional<Payload> payload = record(column, slot.payloadId());
        if (payload.isEmpty()) {
            return Reason.PAYLOAD_LOST;
        }
        if (payload.orElseThrow().origin().artifactId() > session.artifacts().count()) {
            return Reason.PAYLOAD_LOST; // the log lost the artifact's entry, and gives its number to another
        }
        return fits(payload.orElseThrow(), symbolId, minute, column, slot) ? Reason.NONE : Reason.DAMAGED;
    }

    @Override
    public Optional<Slot> restored(
            int symbolId, int minute, SlotColumn column, int payloadId, int version, long lastUpdatedNs) {
        Optional<Slot> filled = column == SlotColumn.RF_RATE
                ? rate(payloadId).map(rate -> filled(column, payloadId, version, rate, false, lastUpdatedNs))
                : record(column, payloadId)
                        .map(Payload::origin)
                        .map(origin -> filled(
                                column,
                                payloadId,
                                version,
                                origin.shared() ? 0 : origin.checksum(),
                                origin.rowCount() == 0 || origin.shared(),
                                lastUpdatedNs));
        return filled.filter(slot -> fault(symbolId, minute, column, slot) == Reason.NONE);
    }

    private static Slot filled(
            SlotColumn column, int payloadId, int version, int checksum, boolean knownEmpty, long lastUpdatedNs) {
        return new Slot(
                0,
                SlotStatus.FILLED,
                knownEmpty ? Reason.KNOWN_EMPTY : Reason.NONE,
                column.payloadType(),
                payloadId,
                version,
                checksum,
                lastUpdatedNs);
    }

    /// A record that is there and sound.
    private Optional<Payload> record(SlotColumn column, int payloadId) {
        PayloadMap map = session.map(column.payloadType());
        if (!map.contains(payloadId)) {
            return Optional.empty();
        }
        try {
            return Optional.of(map.read(payloadId));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /// The content checksum of a curve that is there.
    private Optional<Integer> rate(int payloadId) {
        return rates.contains(payloadId) ? Optional.of(RateMap.checksum(rates.read(payloadId))) : Optional.empty();
    }

    private Reason rateFault(Slot slot) {
        return rate(slot.payloadId())
                .map(checksum -> checksum == slot.checksum() ? Reason.NONE : Reason.DAMAGED)
                .orElse(Reason.PAYLOAD_LOST);
    }

    private boolean fits(Payload payload, int symbolId, int minute, SlotColumn column, Slot slot) {
        Origin origin = payload.origin();
        boolean sameWindow = origin.shared()
                ? slot.reason() == Reason.KNOWN_EMPTY && slot.checksum() == 0
                : origin.window() == session.windowIndex(minute)
                        && origin.checksum() == slot.checksum()
                        && origin.version() == slot.version();
        boolean sameColumn = !(payload instanceof Payload.Aggregate aggregate)
                || SlotColumn.AGGREGATES.get(aggregate.windowCode() - 1) == column;
        return sameWindow
                && sameColumn
                && origin.symbolId() == symbolId
                && !damagedArtifacts.contains(origin.artifactId())
                && (origin.artifactId() == 0 || session.artifacts().isArtifact(origin.artifactId()));
    }
}
