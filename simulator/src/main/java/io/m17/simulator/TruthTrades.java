package io.m17.simulator;

import java.io.IOException;

/// Writes the side of every trade, in the order of the vendor's file. Confined to one thread.
final class TruthTrades {
    private final CsvGzip csv;
    private final TradingHours hours;
    private final SideTally tally;

    TruthTrades(CsvGzip csv, TradingHours hours, SideTally tally) {
        this.csv = csv;
        this.hours = hours;
        this.tally = tally;
    }

    /// Writes a ticker's rows; `row` counts them from 1 in file order, options have no sequence number.
    void add(String ticker, boolean option, TradeTape trades, int[] fileOrder, TickerTruth truth) throws IOException {
        for (int i = 0; i < fileOrder.length; i++) {
            int row = fileOrder[i];
            int minute = hours.minuteOf(trades.sipNs(row));
            csv.text(ticker).number(i + 1).number(trades.sipNs(row));
            if (option) {
                csv.text("");
            } else {
                csv.number(trades.sequence(row));
            }
            if (minute < 0) {
                csv.text("");
            } else {
                csv.number(minute);
            }
            csv.text(truth.side(row).name())
                    .text(truth.rule(row).name())
                    .text(trades.traderSide(row).name())
                    .endRow();
            tally.add(truth.side(row), truth.rule(row), trades.traderSide(row));
        }
    }
}
