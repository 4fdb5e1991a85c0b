package io.m17.simulator;

import io.m17.simulator.pricing.RandomStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One run over all instruments of a day, ticker by ticker in file order. Confined to one thread.
final class DaySimulation {
    private final SimulationConfig config;
    private final DayFiles files;
    private final SimulationProgress progress;
    private final TradingHours hours;
    private final Universe universe;
    private final CurveHistory history;
    private final DayCurves curves;
    private final VendorCsv vendor;
    private final SideTally tally = new SideTally();
    private final TruthTrades truthTrades;
    private final GoldenValues golden;
    private final List<InstrumentTruth> truths = new ArrayList<>();
    private final List<ChainProfile> chains = new ArrayList<>();
    private final QuoteTape quotes = new QuoteTape();
    private final TradeTape trades = new TradeTape();

    DaySimulation(SimulationConfig config, DayFiles files, SimulationProgress progress) {
        this.config = config;
        this.files = files;
        this.progress = progress;
        this.hours = TradingHours.of(config.date(), config.close());
        this.universe = Universe.of(config);
        this.history = new CurveHistory(config.seed());
        this.curves = DayCurves.of(history, hours);
        this.vendor = new VendorCsv(config);
        this.truthTrades = new TruthTrades(files.truthTrades(), hours, tally);
        this.golden = new GoldenValues(hours);
    }

    SimulatedDay run() throws IOException {
        EquityMarket market = new EquityMarket(config, hours);
        for (EquityProfile profile : universe.equities()) {
            Halt halt = market.halt(profile);
            quotes.clear();
            trades.clear();
            market.run(profile, halt, quotes, trades);
            int[] quotesByTime = writeEquity(profile);
            if (universe.chainRoots().contains(profile.ticker())) {
                writeChain(profile, halt, quotesByTime);
            }
        }
        List<Path> treasury =
                new TreasuryFiles(history).write(config.date(), files.root().resolve("treasury"));
        Map<Dataset, SimulatedFile> written = files.commitVendor();
        SimulatedFile sides = files.truthTrades().commit();
        SimulatedFile greeks = files.truthGreeks().commit();
        new TruthJson(config, hours, curves).write(files.truth(), written, truths, chains, tally, golden);
        return new SimulatedDay(config, files.root(), written, treasury, files.truth(), sides, greeks);
    }

    /// Writes the equity on the tapes and returns its quotes' order in time.
    private int[] writeEquity(EquityProfile profile) throws IOException {
        RandomStream random = RandomStream.of(config.seed(), "order " + profile.ticker());
        int[] quoteOrder = FileOrder.shuffle(random, quotes.size(), config.outOfOrderShare());
        int[] tradeOrder = FileOrder.shuffle(random, trades.size(), config.outOfOrderShare());
        String ticker = profile.ticker();
        vendor.stockQuotes(files.vendor(Dataset.STOCK_QUOTES), ticker, profile.tape(), quotes, quoteOrder);
        vendor.stockTrades(files.vendor(Dataset.STOCK_TRADES), ticker, profile.tape(), trades, tradeOrder);
        int[] quotesByTime = FileOrder.byTime(quoteOrder, quotes::sipNs, quotes::sequence);
        int[] tradesByTime = FileOrder.byTime(tradeOrder, trades::sipNs, trades::sequence);
        TickerTruth sides = TickerTruth.of(trades, tradesByTime, quotes, quotesByTime);
        truthTrades.add(ticker, false, trades, tradeOrder, sides);
        golden.addEquity(ticker, trades, tradesByTime, quotes, sides);
        InstrumentTruth truth = new InstrumentTruth(ticker, false, hours);
        truth.count(quotes, trades);
        finish(truth);
        return quotesByTime;
    }

    /// Writes the chain of the equity on the tapes.
    private void writeChain(EquityProfile underlying, Halt halt, int[] quotesByTime) throws IOException {
        SpotPath spot = SpotPath.of(quotes, underlying.openPrice());
        double openPrice = spot.before(hours.openNs());
        ChainProfile chain = ChainProfile.of(config, underlying, openPrice);
        OptionModel model = new OptionModel(chain.surface(), curves, config.dividendYield());
        double[] mids = GreeksTruth.midpoints(quotes, quotesByTime, hours);
        GreeksTruth greeks = new GreeksTruth(hours, model, mids, files.truthGreeks(), golden);
        InstrumentTruth truth = new InstrumentTruth(chain.symbol(), true, hours);
        ChainWriter writer = new ChainWriter(
                new ContractMarket(config, hours, model, spot, halt),
                config,
                files,
                vendor,
                truthTrades,
                greeks,
                truth);
        writer.write(chain, ContractActivity.of(chain, openPrice, hours.openNs()));
        chains.add(chain);
        finish(truth);
    }

    private void finish(InstrumentTruth truth) {
        truths.add(truth);
        progress.wrote(truth.symbol(), truths.size(), universe.equities().size() + config.chains());
    }
}
