package io.m17.simulator;

import java.util.List;

/// How a chain's quotes and trades spread over its contracts: most near the money and near in time. A value.
///
/// @param quoteShares share of the chain's quotes a contract, in file order, summing to 1
/// @param tradeShares the same for trades
record ContractActivity(List<Double> quoteShares, List<Double> tradeShares) {
    private static final double QUOTE_FLOOR = 0.25;
    private static final double QUOTE_WIDTH = 3;
    private static final double TRADE_WIDTH = 1.2;

    static ContractActivity of(ChainProfile chain, double spot, long openNs) {
        List<Double> quotes = chain.contracts().stream()
                .map(contract -> QUOTE_FLOOR + bell(chain, contract, spot, openNs, QUOTE_WIDTH))
                .toList();
        List<Double> trades = chain.contracts().stream()
                .map(contract -> bell(chain, contract, spot, openNs, TRADE_WIDTH) / (1 + 4 * years(contract, openNs)))
                .toList();
        return new ContractActivity(normalized(quotes), normalized(trades));
    }

    private static double years(Contract contract, long openNs) {
        return OptionModel.years(openNs, contract.expiryNs());
    }

    private static double bell(ChainProfile chain, Contract contract, double spot, long openNs, double width) {
        double deviation = StrictMath.sqrt(chain.surface().totalVariance(0, years(contract, openNs)));
        double distance = StrictMath.log(contract.strike() / spot) / (width * deviation);
        return StrictMath.exp(-distance * distance);
    }

    private static List<Double> normalized(List<Double> weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double sum = total;
        return weights.stream().map(weight -> weight / sum).toList();
    }
}
