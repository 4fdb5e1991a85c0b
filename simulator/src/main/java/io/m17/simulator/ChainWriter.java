package io.m17.simulator;

import io.m17.simulator.pricing.RandomStream;
import java.io.IOException;

/// Simulates and writes a chain, contract by contract in file order. Confined to one thread.
final class ChainWriter {
    private final ContractMarket market;
    private final SimulationConfig config;
    private final DayFiles files;
    private final VendorCsv vendor;
    private final TruthTrades truthTrades;
    private final GreeksTruth greeks;
    private final InstrumentTruth truth;
    private final QuoteTape quotes = new QuoteTape();
    private final TradeTape trades = new TradeTape();

    ChainWriter(
            ContractMarket market,
            SimulationConfig config,
            DayFiles files,
            VendorCsv vendor,
            TruthTrades truthTrades,
            GreeksTruth greeks,
            InstrumentTruth truth) {
        this.market = market;
        this.config = config;
        this.files = files;
        this.vendor = vendor;
        this.truthTrades = truthTrades;
        this.greeks = greeks;
        this.truth = truth;
    }

    void write(ChainProfile chain, ContractActivity activity) throws IOException {
        double quotesOfChain = config.optionQuotes() / (double) config.chains();
        double tradesOfChain = config.optionTrades() / (double) config.chains();
        for (int i = 0; i < chain.contracts().size(); i++) {
            quotes.clear();
            trades.clear();
            Contract contract = chain.contracts().get(i);
            long quoteCount = Math.round(quotesOfChain * activity.quoteShares().get(i));
            long tradeCount = Math.round(tradesOfChain * activity.tradeShares().get(i));
            market.run(contract, quoteCount, tradeCount, quotes, trades);
            writeContract(contract);
        }
    }

    private void writeContract(Contract contract) throws IOException {
        String ticker = contract.ticker();
        RandomStream random = RandomStream.of(config.seed(), "order " + ticker);
        int[] quoteOrder = FileOrder.shuffle(random, quotes.size(), config.outOfOrderShare());
        int[] tradeOrder = FileOrder.shuffle(random, trades.size(), config.outOfOrderShare());
        vendor.optionQuotes(files.vendor(Dataset.OPTION_QUOTES), ticker, quotes, quoteOrder);
        vendor.optionTrades(files.vendor(Dataset.OPTION_TRADES), ticker, trades, tradeOrder);
        int[] quotesByTime = FileOrder.byTime(quoteOrder, quotes::sipNs, quotes::sequence);
        int[] tradesByTime = FileOrder.byTime(tradeOrder, trades::sipNs, row -> 0);
        TickerTruth sides = TickerTruth.of(trades, tradesByTime, quotes, quotesByTime);
        truthTrades.add(ticker, true, trades, tradeOrder, sides);
        truth.count(quotes, trades);
        greeks.add(contract, quotes, quotesByTime, truth);
    }
}
