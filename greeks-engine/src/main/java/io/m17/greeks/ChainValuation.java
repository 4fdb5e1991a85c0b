package io.m17.greeks;

import io.m17.ledger.calendar.WindowMeta;
import io.m17.market.artifact.GreeksColumns;
import io.m17.market.column.Column;
import io.m17.market.column.ColumnBatch;
import io.m17.market.instrument.OptionRight;
import io.m17.market.treasury.RateCurve;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Values a chain at the end of a minute, contract by contract, into rows. Time to expiry runs to the moment that
/// [ExerciseRule] names, in years of 365 days. Confined to one thread.
final class ChainValuation {
    private static final double NANOS_PER_YEAR = 365.0 * 24 * 60 * 60 * 1e9;
    private static final double SCALE = 1e6;

    private final String instrument;
    private final ChainState chain;
    private final ChainTerms chainTerms;
    private final GreeksColumns columns;
    private final OptionKernel kernel = new OptionKernel();
    private final OptionValuation valuation = new OptionValuation();
    private final Map<LocalDate, Long> expiries = new HashMap<>();

    ChainValuation(String instrument, ChainState chain, ChainTerms chainTerms, ColumnBatch rows) {
        this.instrument = instrument;
        this.chain = chain;
        this.chainTerms = chainTerms;
        this.columns = GreeksColumns.of(rows);
    }

    /// Appends a row for every contract that has had a quote.
    ///
    /// @param spot of the underlying at the window's end, NaN when there is none
    void append(WindowMeta window, double spot, RateCurve curve) {
        Map<LocalDate, AmericanExpiry> terms = new HashMap<>();
        for (ChainState.Contract contract : chain.contracts()) {
            if (chain.quoted(contract)) {
                AmericanExpiry expiry = terms.computeIfAbsent(
                        contract.terms().expiration(), date -> expiry(date, window.endNs(), spot, curve));
                append(contract, window, spot, expiry);
            }
        }
    }

    private AmericanExpiry expiry(LocalDate expiration, long nowNs, double spot, RateCurve curve) {
        long expiryNs = expiries.computeIfAbsent(expiration, chainTerms.exercise()::expiryNs);
        double years = (expiryNs - nowNs) / NANOS_PER_YEAR;
        double rate = curve.rate(Math.max(0, years));
        return new AmericanExpiry(ExpiryTerms.of(years, rate, dividendYield(expiration, spot, years, rate)));
    }

    private double dividendYield(LocalDate expiration, double spot, double years, double rate) {
        return switch (chainTerms.dividendYield()) {
            case DividendYield.Fixed fixed -> fixed.value();
            case DividendYield.Implied implied -> {
                double found = ImpliedDividendYield.of(
                        pairs(expiration),
                        spot,
                        years,
                        rate,
                        chainTerms.exercise().style());
                yield Double.isNaN(found) ? implied.otherwise() : found;
            }
        };
    }

    private List<ParityPair> pairs(LocalDate expiration) {
        List<ParityPair> pairs = new ArrayList<>();
        for (ChainState.Pair pair : chain.pairs()) {
            if (pair.call().terms().expiration().equals(expiration)
                    && !pair.call().terms().adjusted()) {
                pairs.add(new ParityPair(
                        pair.call().terms().strikeThousandths() / 1e3,
                        price(chain.bid(pair.call())),
                        price(chain.ask(pair.call())),
                        price(chain.bid(pair.put())),
                        price(chain.ask(pair.put()))));
            }
        }
        return pairs;
    }

    private void value(ChainState.Contract contract, double spot, AmericanExpiry expiry) {
        double bid = price(chain.bid(contract));
        double ask = price(chain.ask(contract));
        double strike = contract.terms().strikeThousandths() / 1e3;
        Right right = contract.terms().right() == OptionRight.CALL ? Right.CALL : Right.PUT;
        if (contract.terms().adjusted()) {
            valuation.setUndefined(UndefinedReason.ADJUSTED_CONTRACT);
        } else if (chainTerms.exercise().settlement() == Settlement.FUTURE) {
            valuation.setUndefined(UndefinedReason.NO_SPOT_MODEL);
        } else if (chainTerms.exercise().style() == ExerciseStyle.EUROPEAN) {
            kernel.valueQuote(bid, ask, spot, strike, expiry.terms(), right, valuation);
        } else {
            kernel.valueQuote(bid, ask, spot, strike, expiry, right, valuation);
        }
    }

    private void append(ChainState.Contract contract, WindowMeta window, double spot, AmericanExpiry expiry) {
        value(contract, spot, expiry);
        Greeks greeks = valuation.greeks();
        columns.instrument.append(instrument);
        columns.ticker.append(contract.ticker());
        columns.windowStart.append(window.startNs());
        columns.expiration.append(Math.toIntExact(contract.terms().expiration().toEpochDay()));
        columns.strike.append(contract.terms().strikeThousandths() * 1_000L);
        columns.right.append(contract.terms().right() == OptionRight.CALL ? "C" : "P");
        columns.bidPrice.append(chain.bid(contract));
        columns.askPrice.append(chain.ask(contract));
        columns.underlyingPrice.append(spot);
        columns.rate.append(expiry.terms().rate());
        columns.dividendYield.append(expiry.terms().dividendYield());
        columns.yearsToExpiry.append(expiry.terms().years());
        columns.impliedVolatility.append(valuation.impliedVolatility());
        columns.delta.append(greeks.delta());
        columns.gamma.append(greeks.gamma());
        columns.vega.append(greeks.vega());
        columns.theta.append(greeks.theta());
        columns.rho.append(greeks.rho());
        columns.vanna.append(greeks.vanna());
        columns.charm.append(greeks.charm());
        columns.vomma.append(greeks.vomma());
        columns.reason.append(
                valuation.reason() == UndefinedReason.NONE
                        ? ""
                        : valuation.reason().name());
    }

    private static double price(long scaled) {
        return scaled == Column.NULL ? Double.NaN : scaled / SCALE;
    }
}
