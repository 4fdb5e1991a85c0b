package io.m17.ledger.session;

import io.m17.ledger.PayloadMeta;
import io.m17.ledger.Reason;
import io.m17.ledger.SetResult;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.SlotStatus;
import io.m17.ledger.calendar.TradingSession;
import io.m17.ledger.payload.RateMap;
import io.m17.ledger.slot.SlotMatrix;
import io.m17.ledger.slot.SlotProtocol;
import java.util.Optional;
import java.util.OptionalLong;

/// What engines do to the slots of a session: set, claim, fill, give back, leave a reason. Thread-safe.
record SlotFills(TradingSession session, RateMap rates, SessionFiles files) {
    static final SetResult WRITTEN = new SetResult.Written();

    SetResult set(SlotColumn column, int symbolId, int minute, PayloadMeta meta, OptionalLong expectedVersion) {
        checkPayload(column, minute, meta);
        Slot now = slot(column, symbolId, minute);
        boolean expected =
                expectedVersion.isEmpty() || expectedVersion.getAsLong() == Integer.toUnsignedLong(now.version());
        if (!expected || now.status() == SlotStatus.RETIRED || meta.version() < now.version()) {
            return new SetResult.Conflict(now);
        }
        return result(matrix(column).fill(symbolId, minute, column, now, meta), column, symbolId, minute);
    }

    Optional<Claim> claim(SlotColumn column, int symbolId, int minute, long nowNs) {
        Slot before = slot(column, symbolId, minute);
        if (before.status() == SlotStatus.PENDING
                || before.status() == SlotStatus.RETIRED
                || minute >= session.minutes()) {
            return Optional.empty();
        }
        long word = matrix(column).claim(symbolId, minute, column, before, nowNs);
        if (word == SlotProtocol.LOST) {
            return Optional.empty();
        }
        Slot held = new Slot(
                word,
                SlotStatus.PENDING,
                before.reason(),
                before.payloadType(),
                before.payloadId(),
                before.version(),
                before.checksum(),
                nowNs);
        return Optional.of(new Claim(column, symbolId, minute, before, held));
    }

    SetResult fill(Claim claim, PayloadMeta meta) {
        checkPayload(claim.column(), claim.minute(), meta);
        if (meta.version() < claim.held().version()) {
            return new SetResult.Conflict(slot(claim.column(), claim.symbolId(), claim.minute()));
        }
        return result(
                matrix(claim.column()).fill(claim.symbolId(), claim.minute(), claim.column(), claim.held(), meta),
                claim.column(),
                claim.symbolId(),
                claim.minute());
    }

    SetResult release(Claim claim, Reason reason, long nowNs) {
        return result(
                matrix(claim.column())
                        .release(claim.symbolId(), claim.minute(), claim.column(), claim.held(), reason, nowNs),
                claim.column(),
                claim.symbolId(),
                claim.minute());
    }

    boolean giveReason(SlotColumn column, int symbolId, int minute, Reason reason, long nowNs) {
        Slot now = slot(column, symbolId, minute);
        if (now.status() != SlotStatus.EMPTY || now.reason() == reason) {
            return false;
        }
        return matrix(column).blank(symbolId, minute, column, now, SlotStatus.EMPTY, reason, nowNs)
                != SlotProtocol.LOST;
    }

    Slot slot(SlotColumn column, int symbolId, int minute) {
        return matrix(column).read(symbolId, minute, column);
    }

    SlotMatrix matrix(SlotColumn column) {
        return files.matrix(column.ledger());
    }

    SetResult result(long word, SlotColumn column, int symbolId, int minute) {
        return word == SlotProtocol.LOST ? new SetResult.Conflict(slot(column, symbolId, minute)) : WRITTEN;
    }

    private void checkPayload(SlotColumn column, int minute, PayloadMeta meta) {
        checkExpected(minute);
        if (meta.payloadType() != column.payloadType()) {
            throw new IllegalArgumentException("the column takes another payload type [column=" + column.label()
                    + ", takes=" + column.payloadType() + ", payload_type=" + meta.payloadType() + "]");
        }
        boolean there = column == SlotColumn.RF_RATE
                ? rates.contains(meta.payloadId())
                : files.map(meta.payloadType()).contains(meta.payloadId());
        if (!there) {
            throw new IllegalArgumentException("there is no such payload [column=" + column.label() + ", payload_id="
                    + Integer.toUnsignedString(meta.payloadId()) + "]; append it to its map first");
        }
    }

    void checkExpected(int minute) {
        if (minute < 0 || minute >= session.minutes()) {
            throw new IllegalArgumentException("the minute is not one of the session's windows [session="
                    + session.date() + ", minute=" + minute + ", minutes=" + session.minutes() + "]");
        }
    }
}
