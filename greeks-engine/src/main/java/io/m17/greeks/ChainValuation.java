package io.m17.greeks;

import io.m17.ledger.calendar.WindowMeta;
import io.m17.market.artifact.GreeksColumns;
import io.m17.market.column.Column;
import io.m17.market.column.ColumnBatch;
import io.m17.market.instrument.OptionRight;
import io.m17.market.treasury.RateCurve;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/// Values a chain at the end of a minute, contract by contract, into rows. Time to expiry runs to 16:00 New York on the
/// expiration date, in years of 365 days. Confined to one thread.
final class ChainValuation {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalTime EXPIRY = LocalTime.of(16, 0);
    private static final double NANOS_PER_YEAR = 365.0 * 24 * 60 * 60 * 1e9;
    private static final double SCALE = 1e6;

    private final String instrument;
    private final ChainState chain;
    private final double dividendYield;
    private final GreeksColumns columns;
    private final OptionKernel kernel = new OptionKernel();
    private final OptionValuation valuation = new OptionValuation();
    private final Map<LocalDate, Long> expiries = new HashMap<>();

    ChainValuation(String instrument, ChainState chain, double dividendYield, ColumnBatch rows) {
        this.instrument = instrument;
        this.chain = chain;
        this.dividendYield = dividendYield;
        this.columns = GreeksColumns.of(rows);
    }

    /// Appends a row for every contract that has had a quote.
    ///
    /// @param spot of the underlying at the window's end, NaN when there is none
    void append(WindowMeta window, double spot, RateCurve curve) {
        Map<LocalDate, ExpiryTerms> terms = new HashMap<>();
        for (ChainState.Contract contract : chain.contracts()) {
            if (chain.quoted(contract)) {
                ExpiryTerms expiry = terms.computeIfAbsent(
                        contract.terms().expiration(), date -> terms(date, window.endNs(), curve));
                append(contract, window, spot, expiry);
            }
        }
    }

    private ExpiryTerms terms(LocalDate expiration, long nowNs, RateCurve curve) {
        long expiryNs = expiries.computeIfAbsent(
                expiration, date -> date.atTime(EXPIRY).atZone(NEW_YORK).toEpochSecond() * 1_000_000_000L);
        double years = (expiryNs - nowNs) / NANOS_PER_YEAR;
        return ExpiryTerms.of(years, curve.rate(Math.max(0, years)), dividendYield);
    }

    private void append(ChainState.Contract contract, WindowMeta window, double spot, ExpiryTerms expiry) {
        long bid = chain.bid(contract);
        long ask = chain.ask(contract);
        double strike = contract.terms().strikeThousandths() / 1e3;
        boolean call = contract.terms().right() == OptionRight.CALL;
        if (contract.terms().adjusted()) {
            valuation.setUndefined(UndefinedReason.ADJUSTED_CONTRACT);
        } else {
            kernel.valueQuote(price(bid), price(ask), spot, strike, expiry, call ? Right.CALL : Right.PUT, valuation);
        }
        Greeks greeks = valuation.greeks();
        columns.instrument.append(instrument);
        columns.ticker.append(contract.ticker());
        columns.windowStart.append(window.startNs());
        columns.expiration.append(Math.toIntExact(contract.terms().expiration().toEpochDay()));
        columns.strike.append(contract.terms().strikeThousandths() * 1_000L);
        columns.right.append(call ? "C" : "P");
        columns.bidPrice.append(bid);
        columns.askPrice.append(ask);
        columns.underlyingPrice.append(spot);
        columns.rate.append(expiry.rate());
        columns.dividendYield.append(dividendYield);
        columns.yearsToExpiry.append(expiry.years());
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
