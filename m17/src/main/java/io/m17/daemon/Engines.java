package io.m17.daemon;

import io.m17.aggregation.AggregationEngine;
import io.m17.config.Settings;
import io.m17.greeks.GreeksEngine;
import io.m17.ledger.engine.Engine;
import io.m17.market.flatfile.VendorDirectory;
import io.m17.nbbo.NbboEngine;
import io.m17.publication.SourceFiles;
import io.m17.quote.QuoteEngine;
import io.m17.trade.flatfile.TradeFlatfileEngine;
import io.m17.treasury.TreasuryEngine;
import java.util.List;

/// Which engines run, in the order in which they are started: sources before what is derived from them.
final class Engines {
    private Engines() {}

    static List<Engine> of(Settings settings) {
        Settings.Work work = settings.work();
        SourceFiles files = new SourceFiles(
                settings.sources().flatfiles().map(VendorDirectory::new), work.partRows(), work.lateAfterNs());
        return List.of(
                TreasuryEngine.create(settings.sources().treasury(), work.watchInterval()),
                TradeFlatfileEngine.create(files, work.watchInterval()),
                QuoteEngine.create(files, work.watchInterval()),
                NbboEngine.create(work.crossed()),
                GreeksEngine.create(work.greeks()),
                AggregationEngine.create());
    }
}
