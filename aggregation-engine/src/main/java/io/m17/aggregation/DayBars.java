package io.m17.aggregation;

import io.m17.ledger.SlotColumn;
import io.m17.ledger.session.SessionLedger;
import io.m17.market.artifact.AggressorColumns;
import io.m17.market.artifact.GreeksColumns;
import io.m17.market.column.ColumnBatch;
import io.m17.market.column.DoubleVector;
import io.m17.market.column.LongVector;
import io.m17.market.column.TextDictionary;
import io.m17.market.column.TextVector;
import io.m17.market.condition.TradeConditions;
import io.m17.market.instrument.OptionRight;
import io.m17.market.instrument.OptionTicker;
import io.m17.market.trade.TradeColumns;
import io.m17.publication.ArtifactReaders;
import io.m17.publication.WindowRows;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Adds an instrument's trades up into minute bars and rolls them: reads the rows behind the slots, gives each
/// trade its eligibility, side and, on a chain, delta. Confined to one thread; reused from instrument to
/// instrument.
///
/// Which trade may update what: [Eligibility].
final class DayBars {
    private static final Logger LOG = LoggerFactory.getLogger(DayBars.class);
    private static final List<String> TRADE_COLUMNS =
            List.of("ticker", "price", "size", "conditions", "correction", "late");
    private static final List<String> SIDE_COLUMNS = List.of("side");
    private static final List<String> DELTA_COLUMNS = List.of("ticker", "delta");

    private final SessionLedger session;
    private final ArtifactReaders readers;
    private final AggregationPolicy policy;
    private final Set<Integer> named = new HashSet<>();
    private final MinuteBars equityMinutes = MinuteBars.forEquity();
    private final MinuteBars chainMinutes = MinuteBars.forChain();
    private final RollingBars equityBars = RollingBars.forEquity();
    private final RollingBars chainBars = RollingBars.forChain();

    DayBars(SessionLedger session, ArtifactReaders readers, AggregationPolicy policy) {
        this.session = session;
        this.readers = readers;
        this.policy = policy;
    }

    /// The rolling bars of an instrument's day; valid until the next call. Minutes that are not ready count as empty.
    RollingBars of(int symbolId, DayInputs inputs) {
        WindowRows trades = WindowRows.read(
                readers, session, SlotColumn.TRADE, symbolId, inputs.trades(), TradeColumns.SCHEMA, TRADE_COLUMNS);
        WindowRows sides = WindowRows.read(
                readers,
                session,
                SlotColumn.AGGRESSOR,
                symbolId,
                inputs.aggressors(),
                AggressorColumns.SCHEMA,
                SIDE_COLUMNS);
        MinuteBars minutes = inputs.chain() ? chainMinutes : equityMinutes;
        minutes.clear(session.minutes());
        TradeConditions table = policy.conditions(inputs.chain());
        Eligibility eligibility = new Eligibility(trades.rows(), table, policy.bounds());
        nameUnlisted(symbolId, eligibility, table);
        Day day = new Day(trades, sides, eligibility);
        addExcluded(inputs, day, minutes);
        if (inputs.chain()) {
            addChain(symbolId, inputs, day, minutes);
        } else {
            addEquity(inputs, day, minutes);
        }
        RollingBars bars = inputs.chain() ? chainBars : equityBars;
        bars.roll(minutes);
        return bars;
    }

    /// Says once of every condition that the table does not list that it is there.
    private void nameUnlisted(int symbolId, Eligibility eligibility, TradeConditions table) {
        Set<Integer> unlisted = eligibility.unlisted();
        if (named.addAll(unlisted)) {
            LOG.warn(
                    "trades have conditions that the table does not list; they update volume only [session={}, symbol={}, "
                            + "conditions={}, table={}]",
                    session.session().date(),
                    session.symbols().symbol(symbolId),
                    unlisted,
                    table.version());
        }
    }

    private void addExcluded(DayInputs inputs, Day day, MinuteBars minutes) {
        for (int minute = 0; minute < session.minutes(); minute++) {
            int end = inputs.ready(minute) ? day.trades.to(minute) : 0;
            for (int row = day.trades.from(minute); row < end; row++) {
                if (day.eligibility.isExcluded(row)) {
                    minutes.addExcluded(minute);
                }
            }
        }
    }

    private void addEquity(DayInputs inputs, Day day, MinuteBars minutes) {
        for (int minute = 0; minute < session.minutes(); minute++) {
            if (inputs.ready(minute)) {
                for (int i = 0; i < day.count(minute); i++) {
                    int row = day.trades.from(minute) + i;
                    minutes.addTrade(
                            minute, day.price.get(row), day.size.get(row), day.flags(row), day.side(minute, i));
                }
            }
        }
    }

    private void addChain(int symbolId, DayInputs inputs, Day day, MinuteBars minutes) {
        WindowRows greeks = WindowRows.read(
                readers, session, SlotColumn.GREEKS, symbolId, inputs.greeks(), GreeksColumns.SCHEMA, DELTA_COLUMNS);
        TextVector contracts = greeks.rows().texts("ticker");
        DoubleVector delta = greeks.rows().doubles("delta");
        int[] contractByTicker = day.tickersIn(contracts.dictionary());
        double[] deltas = new double[contracts.dictionary().size()];
        for (int minute = 0; minute < session.minutes(); minute++) {
            if (inputs.ready(minute) && day.count(minute) > 0) {
                Arrays.fill(deltas, Double.NaN);
                for (int row = greeks.from(minute); row < greeks.to(minute); row++) {
                    deltas[contracts.code(row)] = delta.get(row);
                }
                for (int i = 0; i < day.count(minute); i++) {
                    int contract = contractByTicker[day.tickers.code(day.trades.from(minute) + i)];
                    addOption(minute, i, day, contract < 0 ? Double.NaN : deltas[contract], minutes);
                }
            }
        }
    }

    private static void addOption(int minute, int index, Day day, double delta, MinuteBars minutes) {
        int row = day.trades.from(minute) + index;
        minutes.addOptionTrade(
                minute,
                day.price.get(row),
                day.size.get(row),
                day.flags(row),
                day.side(minute, index),
                day.isCall(day.tickers.code(row)),
                delta);
    }

    /// A day's trade columns with what is derived once a dictionary entry.
    private static final class Day {
        private final WindowRows trades;
        private final WindowRows sideRows;
        private final TextVector tickers;
        private final LongVector price;
        private final LongVector size;
        private final TextVector sides;
        private final Eligibility eligibility;
        private final int[] sideByCode;
        private final boolean[] callByCode;

        Day(WindowRows trades, WindowRows sideRows, Eligibility eligibility) {
            ColumnBatch rows = trades.rows();
            this.trades = trades;
            this.sideRows = sideRows;
            this.tickers = rows.texts("ticker");
            this.price = rows.longs("price");
            this.size = rows.longs("size");
            this.sides = sideRows.rows().texts("side");
            this.eligibility = eligibility;
            this.sideByCode = new int[sides.dictionary().size()];
            for (int code = 0; code < sideByCode.length; code++) {
                String side = sides.dictionary().text(code);
                sideByCode[code] = side.equals("BUY") ? 1 : side.equals("SELL") ? -1 : 0;
            }
            this.callByCode = new boolean[tickers.dictionary().size()];
            for (int code = 0; code < callByCode.length; code++) {
                String ticker = tickers.dictionary().text(code);
                callByCode[code] =
                        ticker.startsWith("O:") && OptionTicker.parse(ticker).right() == OptionRight.CALL;
            }
        }

        int count(int minute) {
            return trades.to(minute) - trades.from(minute);
        }

        /// The code that each ticker has in another dictionary, -1 where it is not in there.
        int[] tickersIn(TextDictionary other) {
            TextDictionary own = tickers.dictionary();
            int[] codes = new int[own.size()];
            Arrays.setAll(codes, code -> other.find(own.utf8(code)));
            return codes;
        }

        boolean isCall(int tickerCode) {
            return callByCode[tickerCode];
        }

        int flags(int row) {
            return eligibility.of(row);
        }

        /// The side of a minute's trade; aggressor rows stand in the order of the trades.
        int side(int minute, int index) {
            int row = sideRows.from(minute) + index;
            return row < sideRows.to(minute) ? sideByCode[sides.code(row)] : 0;
        }
    }
}
