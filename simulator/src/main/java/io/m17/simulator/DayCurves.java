package io.m17.simulator;

import io.m17.simulator.pricing.ParCurve;

/// The two curves that matter in a session: the one published before it, and its own from 15:30 New York on. A
/// value.
record DayCurves(ParCurve before, ParCurve own, long ownPublishedNs, boolean ownPublished) {
    static DayCurves of(CurveHistory history, TradingHours hours) {
        return new DayCurves(
                history.before(hours.date()),
                history.on(hours.date()),
                TradingHours.curvePublishedNs(hours.date()),
                CurveHistory.publishes(hours.date()));
    }

    /// The last curve published at or before a moment of the session.
    ParCurve inForce(long eventNs) {
        return ownPublished && eventNs >= ownPublishedNs ? own : before;
    }
}
