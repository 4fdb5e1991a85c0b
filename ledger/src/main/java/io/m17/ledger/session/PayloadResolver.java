package io.m17.ledger.session;

import io.m17.ledger.PayloadType;
import io.m17.ledger.Reason;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.payload.Origin;
import io.m17.ledger.payload.Payload;
import io.m17.ledger.payload.PayloadMap;
import io.m17.ledger.payload.RateMap;
import io.m17.ledger.slot.SlotResolver;
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
        PayloadMap map = session.map(slot.payloadType());
        if (!map.contains(slot.payloadId())) {
            return Reason.PAYLOAD_LOST;
        }
        Payload payload;
        try {
            payload = map.read(slot.payloadId());
        } catch (RuntimeException e) {
            return Reason.PAYLOAD_LOST;
        }
        if (payload.origin().artifactId() > session.artifacts().count()) {
            return Reason.PAYLOAD_LOST; // the log lost the artifact's entry, and gives its number to another
        }
        return fits(payload, symbolId, minute, column, slot) ? Reason.NONE : Reason.DAMAGED;
    }

    private Reason rateFault(Slot slot) {
        if (slot.payloadType() != PayloadType.RF_RATE || !rates.contains(slot.payloadId())) {
            return Reason.PAYLOAD_LOST;
        }
        return RateMap.checksum(rates.read(slot.payloadId())) == slot.checksum() ? Reason.NONE : Reason.DAMAGED;
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
