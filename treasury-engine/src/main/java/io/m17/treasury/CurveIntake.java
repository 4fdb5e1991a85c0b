package io.m17.treasury;

import io.m17.ledger.engine.EngineContext;
import io.m17.ledger.payload.RateMap;
import io.m17.ledger.payload.RatePayload;
import io.m17.market.treasury.ParYieldCurve;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings curves into the rate map, oldest first, each content once: a date's first curve is version 1, another content
/// the next version, the same content nothing. Confined to the engine's loop and what waits for it.
final class CurveIntake {
    private static final Logger LOG = LoggerFactory.getLogger(CurveIntake.class);
    private static final int TREASURY_PAR_YIELDS = 1;

    private final EngineContext context;
    private final RateMap rates;

    CurveIntake(EngineContext context) {
        this.context = context;
        this.rates = context.ledger().rates();
    }

    /// Takes what is new of these curves; returns how many were.
    int take(List<SourcedCurve> found) {
        List<SourcedCurve> curves = found.stream()
                .sorted(Comparator.comparingLong(each -> each.curve().publishedNs()))
                .toList();
        int added = 0;
        for (int i = 0; i < curves.size(); i++) {
            long nextNs = i + 1 < curves.size() ? curves.get(i + 1).curve().publishedNs() : 0;
            added += add(curves.get(i), nextNs);
        }
        if (added > 0) {
            LOG.info("treasury: curves read [new={}, known={}]", added, rates.count());
        }
        return added;
    }

    private int add(SourcedCurve found, long nextEffectiveNs) {
        ParYieldCurve curve = found.curve();
        Optional<RatePayload> before = rates.publishedAt(curve.publishedNs()).map(rates::read);
        RatePayload rate = new RatePayload(
                curve.publishedNs(),
                TREASURY_PAR_YIELDS,
                curve.tenorBps(),
                nextEffectiveNs,
                before.map(old -> old.version() + 1).orElse(1),
                found.source(),
                context.nowNs());
        if (before.isPresent() && before.get().sameCurve(rate)) {
            return 0;
        }
        rates.append(rate);
        return 1;
    }
}
