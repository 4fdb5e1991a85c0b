package io.m17.market.artifact;

import io.m17.market.column.Column;
import io.m17.market.column.ColumnBatch;
import io.m17.market.column.ColumnType;
import io.m17.market.column.DoubleVector;
import io.m17.market.column.IntVector;
import io.m17.market.column.LongVector;
import io.m17.market.column.Schema;
import io.m17.market.column.TextVector;

/// Implied volatilities and Greeks of option contracts at the end of a minute, as typed columns over a
/// [ColumnBatch]. Quoted prices and strikes are decimals of scale 6; what is calculated is a double, and NaN where
/// it is undefined, which `reason` then explains. A row is appended by appending to every vector. Confined to one
/// thread at a time.
public final class GreeksColumns {
    /// The decimals of prices, sizes and amounts.
    public static final int SCALE = 6;

    public static final Schema SCHEMA = Schema.of(
            "greeks",
            Column.of("instrument", ColumnType.TEXT),
            Column.of("ticker", ColumnType.TEXT),
            Column.of("window_start", ColumnType.TIMESTAMP),
            Column.of("expiration", ColumnType.DATE),
            Column.decimal("strike", SCALE),
            Column.of("right", ColumnType.TEXT),
            Column.decimal("bid_price", SCALE).orNull(),
            Column.decimal("ask_price", SCALE).orNull(),
            Column.of("underlying_price", ColumnType.DOUBLE),
            Column.of("rate", ColumnType.DOUBLE),
            Column.of("dividend_yield", ColumnType.DOUBLE),
            Column.of("years_to_expiry", ColumnType.DOUBLE),
            Column.of("implied_volatility", ColumnType.DOUBLE),
            Column.of("delta", ColumnType.DOUBLE),
            Column.of("gamma", ColumnType.DOUBLE),
            Column.of("vega", ColumnType.DOUBLE),
            Column.of("theta", ColumnType.DOUBLE),
            Column.of("rho", ColumnType.DOUBLE),
            Column.of("vanna", ColumnType.DOUBLE),
            Column.of("charm", ColumnType.DOUBLE),
            Column.of("vomma", ColumnType.DOUBLE),
            Column.of("reason", ColumnType.TEXT));

    public final TextVector instrument;
    public final TextVector ticker;
    /// The start of the minute, in nanoseconds since the Unix epoch, UTC.
    public final LongVector windowStart;
    /// In days since the Unix epoch.
    public final IntVector expiration;
    public final LongVector strike;
    /// `C` or `P`.
    public final TextVector right;
    public final LongVector bidPrice;
    public final LongVector askPrice;
    public final DoubleVector underlyingPrice;
    /// Continuously compounded, a year.
    public final DoubleVector rate;
    /// Continuously compounded, a year.
    public final DoubleVector dividendYield;
    public final DoubleVector yearsToExpiry;
    public final DoubleVector impliedVolatility;
    public final DoubleVector delta;
    public final DoubleVector gamma;
    public final DoubleVector vega;
    public final DoubleVector theta;
    public final DoubleVector rho;
    public final DoubleVector vanna;
    public final DoubleVector charm;
    public final DoubleVector vomma;
    /// Why a value is undefined; empty where all are defined.
    public final TextVector reason;

    private final ColumnBatch rows;

    private GreeksColumns(ColumnBatch rows) {
        this.rows = rows;
        this.instrument = rows.texts("instrument");
        this.ticker = rows.texts("ticker");
        this.windowStart = rows.longs("window_start");
        this.expiration = rows.ints("expiration");
        this.strike = rows.longs("strike");
        this.right = rows.texts("right");
        this.bidPrice = rows.longs("bid_price");
        this.askPrice = rows.longs("ask_price");
        this.underlyingPrice = rows.doubles("underlying_price");
        this.rate = rows.doubles("rate");
        this.dividendYield = rows.doubles("dividend_yield");
        this.yearsToExpiry = rows.doubles("years_to_expiry");
        this.impliedVolatility = rows.doubles("implied_volatility");
        this.delta = rows.doubles("delta");
        this.gamma = rows.doubles("gamma");
        this.vega = rows.doubles("vega");
        this.theta = rows.doubles("theta");
        this.rho = rows.doubles("rho");
        this.vanna = rows.doubles("vanna");
        this.charm = rows.doubles("charm");
        this.vomma = rows.doubles("vomma");
        this.reason = rows.texts("reason");
    }

    /// No rows yet.
    public static GreeksColumns create() {
        return new GreeksColumns(new ColumnBatch(SCHEMA));
    }

    /// The columns of a batch that has this schema, for instance one read from an artifact.
    public static GreeksColumns of(ColumnBatch rows) {
        if (!rows.schema().equals(SCHEMA)) {
            throw new IllegalArgumentException(
                    "not a batch of Greeks [schema=" + rows.schema().name() + "]");
        }
        return new GreeksColumns(rows);
    }

    /// The batch behind the columns.
    public ColumnBatch rows() {
        return rows;
    }

    /// The number of rows.
    public int count() {
        return rows.size();
    }

    /// Forgets the rows; memory and dictionaries stay.
    public void clear() {
        rows.clear();
    }
}
