package io.m17.simulator;

import io.m17.simulator.pricing.BlackScholes.Valuation;
import java.io.IOException;

/// Writes what a chain's contracts are worth by the model at every minute's end, and counts the rows of Greeks.
/// Confined to one thread.
///
/// A contract has a row in a minute when it has any quote before the minute's end and does not expire before it.
/// Model values are left blank where the underlying has no usable quote or no time is left.
final class GreeksTruth {
    private final TradingHours hours;
    private final OptionModel model;
    private final double[] underlying;
    private final CsvGzip csv;
    private final GoldenValues golden;

    /// @param underlying the underlying's midpoint at each minute's end, NaN where its quote is not usable
    GreeksTruth(TradingHours hours, OptionModel model, double[] underlying, CsvGzip csv, GoldenValues golden) {
        this.hours = hours;
        this.model = model;
        this.underlying = underlying;
        this.csv = csv;
        this.golden = golden;
    }

    /// The midpoints of the quotes that stand at each minute's end.
    static double[] midpoints(QuoteTape quotes, int[] byTime, TradingHours hours) {
        int[] rows = MinuteQuotes.last(quotes, byTime, hours);
        double[] mids = new double[rows.length];
        for (int minute = 0; minute < rows.length; minute++) {
            boolean usable = rows[minute] >= 0 && quotes.usable(rows[minute]);
            mids[minute] = usable ? quotes.midDollars(rows[minute]) : Double.NaN;
        }
        return mids;
    }

    void add(Contract contract, QuoteTape quotes, int[] byTime, InstrumentTruth truth) throws IOException {
        golden.startContract(contract);
        String ticker = contract.ticker();
        int[] last = MinuteQuotes.last(quotes, byTime, hours);
        for (int minute = 0; minute < last.length; minute++) {
            if (last[minute] >= 0 && contract.expiryNs() >= hours.minuteStartNs(minute + 1)) {
                truth.countGreeks(minute);
                write(contract, ticker, minute, quotes, last[minute]);
            }
        }
    }

    private void write(Contract contract, String ticker, int minute, QuoteTape quotes, int quote) throws IOException {
        long endNs = hours.minuteStartNs(minute + 1);
        double spot = underlying[minute];
        double years = OptionModel.years(endNs, contract.expiryNs());
        double rate = model.rate(hours.minuteStartNs(minute), years);
        csv.text(ticker)
                .number(hours.minuteStartNs(minute))
                .decimal(quotes.bidPrice(quote))
                .decimal(quotes.askPrice(quote))
                .text(Double.isNaN(spot) ? "" : Double.toString(spot))
                .text(Double.toString(rate))
                .text(Double.toString(years));
        if (Double.isNaN(spot) || years <= 0) {
            csv.text("").text("").endRow();
            return;
        }
        double volatility = model.volatility(contract, spot, years, rate);
        Valuation value = model.value(contract, spot, years, rate, volatility);
        csv.text(Double.toString(volatility))
                .text(Double.toString(value.price()))
                .endRow();
        golden.offer(new GoldenGreek(
                ticker,
                hours.minuteStartNs(minute),
                Micros.dollars(quotes.bidPrice(quote)),
                Micros.dollars(quotes.askPrice(quote)),
                spot,
                rate,
                years,
                volatility,
                value));
    }
}
