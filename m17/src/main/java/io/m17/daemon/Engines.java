package io.m17.daemon;

import io.m17.aggregation.AggregationEngine;
import io.m17.config.Settings;
import io.m17.greeks.GreeksEngine;
import io.m17.ledger.engine.Engine;
import io.m17.market.flatfile.FlatFileStore;
import io.m17.nbbo.NbboEngine;
import io.m17.publication.Derivation;
import io.m17.publication.DerivedEngine;
import io.m17.publication.Reconciliation;
import io.m17.publication.source.SourceFiles;
import io.m17.quote.QuoteEngine;
import io.m17.trade.flatfile.TradeFlatfileEngine;
import io.m17.treasury.TreasuryEngine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which engines run, in the order in which they are started: sources before what is derived from them.
public final class Engines {
    private Engines() {}

    /// @param store of the vendor's flat files, if there is one
    static List<Engine> of(Settings settings, Optional<FlatFileStore> store) {
        Settings.Work work = settings.work();
        SourceFiles files =
                new SourceFiles(store, work.partRows(), work.rowsInMemory(), work.lateAfterNs(), work.bounds());
        List<Engine> engines = new ArrayList<>(List.of(
                treasury(settings.sources(), work.watchInterval()),
                TradeFlatfileEngine.create(files, work.watchInterval()),
                QuoteEngine.create(files, work.watchInterval())));
        engines.addAll(DerivedEngine.of(new Reconciliation(derivations(settings))));
        return engines;
    }

    private static Engine treasury(Settings.Sources sources, Duration watchInterval) {
        return sources.yieldsApi()
                .map(api -> TreasuryEngine.create(api, watchInterval))
                .orElseGet(() -> TreasuryEngine.create(sources.treasury(), watchInterval));
    }

    /// How the derived columns follow from the others as it is configured.
    public static List<Derivation> derivations(Settings settings) {
        return List.of(
                NbboEngine.derivation(settings.work().aggressor()),
                GreeksEngine.derivation(settings.work().greeks()),
                AggregationEngine.derivation(settings.work().aggregation()));
    }
}
