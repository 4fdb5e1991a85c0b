package io.m17.proof;

import io.m17.aggregation.AggregationEngine;
import io.m17.aggregation.AggregationPolicy;
import io.m17.greeks.DividendYield;
import io.m17.greeks.ExerciseRules;
import io.m17.greeks.GreeksEngine;
import io.m17.greeks.GreeksOptions;
import io.m17.ledger.ExpectedColumns;
import io.m17.ledger.Ledger;
import io.m17.ledger.LedgerOptions;
import io.m17.ledger.engine.ComputePool;
import io.m17.ledger.engine.Engine;
import io.m17.ledger.engine.EngineContext;
import io.m17.ledger.engine.Progress;
import io.m17.market.flatfile.VendorDirectory;
import io.m17.market.trade.TradeBounds;
import io.m17.nbbo.AggressorPolicy;
import io.m17.nbbo.CrossedPolicy;
import io.m17.nbbo.Method;
import io.m17.nbbo.NbboEngine;
import io.m17.publication.DerivedEngine;
import io.m17.publication.Reconciliation;
import io.m17.publication.source.SourceFiles;
import io.m17.quote.QuoteEngine;
import io.m17.trade.flatfile.TradeFlatfileEngine;
import io.m17.treasury.TreasuryEngine;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Runs all engines on vendor files until none of them has anything to do, as `run --until-complete` does.
/// All sides are by Lee and Ready, as in the labels and the truth that they are held against.
///
/// @param threads of the compute pool
/// @param partRows how many rows make an artifact full
/// @param greeks what the Greeks are configured to
record EngineRun(
        Path stateDir,
        Path flatFiles,
        Path treasury,
        CrossedPolicy crossed,
        int threads,
        int partRows,
        GreeksOptions greeks) {
    /// The simulated market prices options with European exercise and without dividends.
    static final GreeksOptions EUROPEAN = new GreeksOptions(
            new DividendYield.Fixed(0), Map.of(), ExerciseRules.withEuropean(Set.of(ExerciseRules.ALL)));

    private static final Duration LIMIT = Duration.ofMinutes(3);

    EngineRun(Path stateDir, Path flatFiles, Path treasury, CrossedPolicy crossed, int threads, int partRows) {
        this(stateDir, flatFiles, treasury, crossed, threads, partRows, EUROPEAN);
    }

    static LedgerOptions options(Path stateDir) {
        return new LedgerOptions(stateDir, 200, 1 << 20, new ExpectedColumns(Set.of()));
    }

    /// Fills a session, after mending what is damaged in it; returns what was mended.
    List<String> run(LocalDate session) throws Exception {
        try (ComputePool compute = new ComputePool(threads);
                Ledger ledger = Ledger.open(options(stateDir), 1)) {
            List<String> mended = ledger.scrub(session, 1);
            EngineContext context = new EngineContext(
                    ledger,
                    () -> List.of(session),
                    compute,
                    InstantSource.system(),
                    new SimpleMeterRegistry(),
                    Progress.NONE);
            List<Engine> engines = engines();
            engines.forEach(engine -> engine.start(context));
            try {
                awaitIdle(ledger, engines);
            } finally {
                engines.forEach(Engine::stop);
            }
            return mended;
        }
    }

    private List<Engine> engines() {
        SourceFiles files = new SourceFiles(
                Optional.of(new VendorDirectory(flatFiles)),
                partRows,
                2 * partRows,
                Duration.ofSeconds(60).toNanos(),
                TradeBounds.DEFAULT);
        Duration watch = Duration.ofSeconds(1);
        List<Engine> engines = new ArrayList<>(List.of(
                TreasuryEngine.create(Optional.of(treasury), watch),
                TradeFlatfileEngine.create(files, watch),
                QuoteEngine.create(files, watch)));
        AggressorPolicy policy = AggressorPolicy.DEFAULT
                .withMethods(Method.LEE_READY, Method.LEE_READY)
                .withCrossed(crossed);
        engines.addAll(DerivedEngine.of(new Reconciliation(List.of(
                NbboEngine.derivation(policy),
                GreeksEngine.derivation(greeks),
                AggregationEngine.derivation(AggregationPolicy.shipped())))));
        return engines;
    }

    private static void awaitIdle(Ledger ledger, List<Engine> engines) throws InterruptedException {
        long deadlineNs = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < deadlineNs) {
            long changes = ledger.changes().count();
            for (Engine engine : engines) {
                if (engine.health().failures() > 0) {
                    throw new AssertionError(
                            engine.name() + ": " + engine.health().lastFailure());
                }
            }
            if (engines.stream().allMatch(engine -> engine.health().idleSinceChange() == changes)
                    && ledger.changes().count() == changes) {
                return;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("the engines are not done after " + LIMIT);
    }
}
