package io.m17.treasury;

import io.m17.ledger.PayloadMeta;
import io.m17.ledger.PayloadType;
import io.m17.ledger.Reason;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.engine.EngineContext;
import io.m17.ledger.payload.RateMap;
import io.m17.ledger.payload.RatePayload;
import io.m17.ledger.session.Claim;
import io.m17.ledger.session.SessionLedger;
import io.micrometer.core.instrument.Counter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// One round of the treasury engine: reads new curves, then walks every instrument that carries a rate and whose rates
/// or curves have changed since the last walk. Confined to the engine's loop.
final class RateTurn {
    private final CurveSource source;
    private final CurveIntake intake;
    private final EngineContext context;
    private final BooleanSupplier stopping;
    private final RateMap rates;
    private final Counter updates;

    RateTurn(CurveSource source, EngineContext context, BooleanSupplier stopping) {
        this.source = source;
        this.intake = new CurveIntake(context);
        this.context = context;
        this.stopping = stopping;
        this.rates = context.ledger().rates();
        this.updates = Counter.builder("m17.treasury.updates")
                .description("Rate slots that took another curve")
                .register(context.meters());
    }

    /// @return whether a slot or a reason was changed, or a curve was added
    boolean run() throws Exception {
        boolean progress = source.look(intake) > 0;
        List<LocalDate> known = context.ledger().sessions();
        for (LocalDate date : context.scope().sessions()) {
            if (known.contains(date)) {
                progress |= context.compute().call(() -> walk(context.ledger().session(date)));
            }
        }
        if (progress) {
            context.compute().call(this::acknowledge);
            context.ledger().changes().announce();
        }
        return progress;
    }

    private boolean acknowledge() {
        context.ledger().acknowledge();
        return true;
    }

    private boolean walk(SessionLedger session) {
        boolean progress = false;
        int[] symbols = session.listed()
                .filter(symbolId -> session.expects(symbolId, SlotColumn.RF_RATE))
                .toArray();
        for (int symbolId : symbols) {
            if (stopping.getAsBoolean()) {
                return progress;
            }
            long changes = session.changes(SlotColumn.RF_RATE, symbolId) + rates.count();
            if (session.reconciled(SlotColumn.RF_RATE, symbolId) != changes) {
                progress |= fill(session, symbolId);
                session.reconcile(SlotColumn.RF_RATE, symbolId, changes);
            }
        }
        return progress;
    }

    private boolean fill(SessionLedger session, int symbolId) {
        boolean progress = false;
        for (int minute = 0; minute < session.minutes(); minute++) {
            Optional<Integer> inForce = rates.inForceAt(session.window(minute).startNs());
            if (inForce.isPresent()) {
                progress |= fill(session, symbolId, minute, inForce.get());
            } else {
                progress |= session.giveReason(SlotColumn.RF_RATE, symbolId, minute, Reason.NO_CURVE, context.nowNs());
            }
        }
        return progress;
    }

    private boolean fill(SessionLedger session, int symbolId, int minute, int rateId) {
        Slot slot = session.slot(SlotColumn.RF_RATE, symbolId, minute);
        RatePayload rate = rates.read(rateId);
        int checksum = RateMap.checksum(rate);
        if (slot.filled() && slot.checksum() == checksum) {
            return false;
        }
        Optional<Claim> claim = session.markPending(SlotColumn.RF_RATE, symbolId, minute, context.nowNs());
        if (claim.isEmpty()) {
            return false;
        }
        int version = Math.max(rate.version(), slot.version() + 1);
        PayloadMeta meta = new PayloadMeta(PayloadType.RF_RATE, rateId, version, checksum, context.nowNs());
        boolean written = session.fill(claim.get(), meta).written();
        if (written) {
            updates.increment();
        }
        return written;
    }
}
