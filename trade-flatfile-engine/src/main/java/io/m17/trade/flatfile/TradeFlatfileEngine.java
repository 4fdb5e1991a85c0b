package io.m17.trade.flatfile;

import io.m17.ledger.engine.Engine;
import io.m17.market.trade.TradeBounds;
import io.m17.publication.FlatFileEngine;
import io.m17.publication.SourceFiles;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/// Makes the engine that fills `trade_ref` of equities and chains, settled.
///
/// Inputs: the vendor's stock and option trade files. Outputs: trade artifacts, `trade.map`, the slots.
public final class TradeFlatfileEngine {
    private TradeFlatfileEngine() {}

    /// @param bounds a trade outside is kept with a flag
    /// @param watchInterval how often the directory is looked at when nothing else happens
    public static Engine create(SourceFiles files, TradeBounds bounds, Duration watchInterval, MeterRegistry meters) {
        return new FlatFileEngine(new TradeFiles(bounds, meters), files, watchInterval);
    }
}
