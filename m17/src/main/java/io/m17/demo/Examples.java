package io.m17.demo;

import io.m17.ledger.Ledger;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.payload.Origin;
import io.m17.ledger.session.SessionLedger;
import io.m17.market.artifact.AggregateColumns;
import io.m17.market.artifact.AggressorColumns;
import io.m17.market.artifact.ArtifactReader;
import io.m17.market.artifact.GreeksColumns;
import io.m17.market.column.Column;
import io.m17.market.column.ColumnBatch;
import io.m17.report.NewYork;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// One row of each kind of result, read from its artifact.
public final class Examples {
    private static final int FROM_MINUTE = 61;
    private static final double AT_THE_MONEY = 0.5;

    private record Place(int symbolId, int minute, Origin origin) {}

    private final Ledger ledger;
    private final SessionLedger session;

    public Examples(Ledger ledger, SessionLedger session) {
        this.ledger = ledger;
        this.session = session;
    }

    /// A 5-minute bar of an equity.
    public Optional<String> bar() {
        return place(SlotColumn.AGGS_5M, false).map(place -> {
            AggregateColumns rows = AggregateColumns.of(read(place));
            return String.format(
                    Locale.ROOT,
                    "%s %s %s  open %s high %s low %s close %s  volume %s in %d trades, vwap %s  bought %s, sold %s, unknown %s",
                    rows.instrument.get(0),
                    rows.window.get(0),
                    NewYork.timeOf(rows.windowStart.get(0)),
                    decimal(rows.open.get(0)),
                    decimal(rows.high.get(0)),
                    decimal(rows.low.get(0)),
                    decimal(rows.close.get(0)),
                    decimal(rows.volume.get(0)),
                    rows.tradeCount.get(0),
                    decimal(rows.vwap.get(0)),
                    decimal(rows.buyVolume.get(0)),
                    decimal(rows.sellVolume.get(0)),
                    decimal(rows.unknownVolume.get(0)));
        });
    }

    /// A trade with the quote before it and its side.
    public Optional<String> aggressor() {
        return place(SlotColumn.AGGRESSOR, false).map(place -> {
            AggressorColumns rows = AggressorColumns.of(read(place));
            int row = IntStream.range(0, rows.count())
                    .filter(i -> !rows.side.get(i).equals("UNKNOWN"))
                    .findFirst()
                    .orElse(0);
            return String.format(
                    Locale.ROOT,
                    "%s %s  %s at %s  between %s and %s: %s by the %s rule",
                    rows.ticker.get(row),
                    NewYork.timeOf(rows.sipTimestamp.get(row)),
                    decimal(rows.size.get(row)),
                    decimal(rows.price.get(row)),
                    decimal(rows.bidPrice.get(row)),
                    decimal(rows.askPrice.get(row)),
                    rows.side.get(row),
                    rows.rule.get(row).toLowerCase(Locale.ROOT));
        });
    }

    /// The implied volatility and Greeks of the contract nearest the money.
    public Optional<String> greeks() {
        return place(SlotColumn.GREEKS, true).map(place -> {
            GreeksColumns rows = GreeksColumns.of(read(place));
            int row = nearestTheMoney(rows).orElse(0);
            return String.format(
                    Locale.ROOT,
                    "%s %s  expires %s strike %s  bid %s ask %s, underlying %.2f, rate %.4f: "
                            + "volatility %.4f delta %.4f gamma %.5f vega %.4f theta %.4f rho %.4f",
                    rows.ticker.get(row),
                    NewYork.timeOf(rows.windowStart.get(row)),
                    LocalDate.ofEpochDay(rows.expiration.get(row)),
                    decimal(rows.strike.get(row)),
                    decimal(rows.bidPrice.get(row)),
                    decimal(rows.askPrice.get(row)),
                    rows.underlyingPrice.get(row),
                    rows.rate.get(row),
                    rows.impliedVolatility.get(row),
                    rows.delta.get(row),
                    rows.gamma.get(row),
                    rows.vega.get(row),
                    rows.theta.get(row),
                    rows.rho.get(row));
        });
    }

    private static OptionalInt nearestTheMoney(GreeksColumns rows) {
        return IntStream.range(0, rows.count())
                .filter(row -> rows.reason.get(row).isEmpty())
                .boxed()
                .min((a, b) -> Double.compare(
                        Math.abs(Math.abs(rows.delta.get(a)) - AT_THE_MONEY),
                        Math.abs(Math.abs(rows.delta.get(b)) - AT_THE_MONEY)))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    /// The first window with rows from an hour after the open on.
    private Optional<Place> place(SlotColumn column, boolean chain) {
        return session.listed()
                .filter(symbolId -> session.symbols().symbol(symbolId).startsWith("O:") == chain)
                .boxed()
                .flatMap(symbolId -> IntStream.range(Math.min(FROM_MINUTE, session.minutes()), session.minutes())
                        .mapToObj(minute -> place(column, symbolId, minute))
                        .flatMap(Optional::stream))
                .findFirst();
    }

    private Optional<Place> place(SlotColumn column, int symbolId, int minute) {
        Slot slot = session.slot(column, symbolId, minute);
        return slot.filled() && !slot.knownEmpty()
                ? Optional.of(new Place(symbolId, minute, session.payload(slot).origin()))
                : Optional.empty();
    }

    private ColumnBatch read(Place place) {
        Origin origin = place.origin();
        try (ArtifactReader reader = ArtifactReader.open(ledger.layout()
                .root()
                .resolve(session.artifacts().artifact(origin.artifactId()).uri()))) {
            return reader.read(origin.firstRow(), (long) origin.firstRow() + origin.rowCount());
        }
    }

    private static String decimal(long micros) {
        if (micros == Column.NULL) {
            return "-";
        }
        BigDecimal value = BigDecimal.valueOf(micros, AggregateColumns.SCALE).stripTrailingZeros();
        return value.scale() < 0 ? value.setScale(0).toPlainString() : value.toPlainString();
    }
}
