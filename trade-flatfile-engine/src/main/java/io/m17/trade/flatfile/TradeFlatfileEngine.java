package io.m17.trade.flatfile;

import io.m17.ledger.engine.Engine;
import io.m17.publication.source.FlatFileEngine;
import io.m17.publication.source.SourceFiles;
import java.time.Duration;

/// Makes the engine that fills `trade_ref` of equities and chains, settled.
///
/// Inputs: the vendor's stock and option trade files. Outputs: trade artifacts, `trade.map`, the slots.
public final class TradeFlatfileEngine {
    private TradeFlatfileEngine() {}

    /// @param watchInterval how often the directory is looked at when nothing else happens
    public static Engine create(SourceFiles files, Duration watchInterval) {
        return new FlatFileEngine(new TradeFiles(), files, watchInterval);
    }
}
