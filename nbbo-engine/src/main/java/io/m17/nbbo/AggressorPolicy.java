package io.m17.nbbo;

import io.m17.market.instrument.InstrumentKind;
import io.m17.market.trade.TradeBounds;
import io.m17.publication.InputDigest;
import java.time.Duration;

/// How trades are classified and measured: everything about it that can be set.
///
/// @param equity the method for equities
/// @param option the method for option chains and contracts
/// @param crossed what a trade under a crossed NBBO gets
/// @param realisedSpreadHorizon from a trade to the midpoint that its realised spread is measured against, above 0
/// @param bounds of values within which a trade is believed; one outside has no side and leaves no trace
public record AggressorPolicy(
        Method equity, Method option, CrossedPolicy crossed, Duration realisedSpreadHorizon, TradeBounds bounds) {
    /// Lee and Ready for equities; for options the order of rules of Grauer, Schuster and Uhrig-Homburg.
    /// Five minutes, as SEC Rule 605.
    public static final AggressorPolicy DEFAULT = new AggressorPolicy(
            Method.LEE_READY, Method.GSU, CrossedPolicy.UNKNOWN, Duration.ofMinutes(5), TradeBounds.DEFAULT);

    public AggressorPolicy {
        if (!realisedSpreadHorizon.isPositive()) {
            throw new IllegalArgumentException("the horizon lies after the trade [horizon=" + realisedSpreadHorizon
                    + "], give a positive duration");
        }
    }

    /// The method for an instrument of that kind.
    public Method method(InstrumentKind kind) {
        return switch (kind) {
            case EQUITY -> equity;
            case OPTION_CHAIN, OPTION_CONTRACT -> option;
        };
    }

    /// A digest of what counts for an instrument of that kind.
    int digest(InstrumentKind kind) {
        Method method = method(kind);
        long horizonNs = realisedSpreadHorizon.toNanos();
        return InputDigest.of(
                method.code(),
                method.fallsBackToTicks() ? crossed.ordinal() : 0,
                (int) (horizonNs >>> Integer.SIZE),
                (int) horizonNs,
                bounds.digest());
    }

    /// The same with another policy for crossed markets.
    public AggressorPolicy withCrossed(CrossedPolicy policy) {
        return new AggressorPolicy(equity, option, policy, realisedSpreadHorizon, bounds);
    }

    /// The same with other methods.
    public AggressorPolicy withMethods(Method forEquities, Method forOptions) {
        return new AggressorPolicy(forEquities, forOptions, crossed, realisedSpreadHorizon, bounds);
    }
}
