package io.m17.quote;

import io.m17.ledger.engine.Engine;
import io.m17.publication.FlatFileEngine;
import io.m17.publication.SourceFiles;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/// Makes the engine that fills `quote_ref` of equities and chains, settled.
///
/// Inputs: the vendor's stock and option quote files. Outputs: quote artifacts, `quote.map`, the slots.
public final class QuoteEngine {
    private QuoteEngine() {}

    /// @param watchInterval how often the directory is looked at when nothing else happens
    public static Engine create(SourceFiles files, Duration watchInterval, MeterRegistry meters) {
        return new FlatFileEngine(new QuoteFiles(meters), files, watchInterval);
    }
}
