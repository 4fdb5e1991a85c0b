package io.m17.market.flatfile;

import io.m17.market.column.Column;
import io.m17.market.trade.TradeBounds;
import io.m17.market.trade.TradeColumns;
import io.m17.market.trade.TradeFlag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lines of trades, of stocks or options. One whose values cannot be is a row like any other, with a flag. Allocates
/// nothing a sound row.
final class TradeRows implements RowReader {
    private static final ColumnSet COLUMNS = new ColumnSet(
            List.of("ticker", "conditions", "correction", "exchange", "price", "sip_timestamp", "size"),
            List.of("id", "participant_timestamp", "sequence_number", "tape", "trf_id", "trf_timestamp"),
            List.of(),
            List.of(
                    "correction",
                    "exchange",
                    "participant_timestamp",
                    "sequence_number",
                    "sip_timestamp",
                    "tape",
                    "trf_id",
                    "trf_timestamp"),
            List.of("price", "size"));

    private final RowSink<TradeColumns> sink;
    private final long lateAfterNs;
    private final TradeBounds bounds;

    private int conditions;
    private int correction;
    private int exchange;
    private int id;
    private int participantTimestamp;
    private int price;
    private int sequenceNumber;
    private int sipTimestamp;
    private int size;
    private int tape;
    private int trfId;
    private int trfTimestamp;

    private Line line = new Line(List.of(), COLUMNS);
    private Values values = new Values(line);
    private TradeColumns columns = TradeColumns.create();
    private ListCodes conditionsCodes = new ListCodes(line, values);
    private int instrumentCode;
    private int tickerCode;
    private int unflaggedCode;
    private long flagged;

    TradeRows(RowSink<TradeColumns> sink, long lateAfterNs, TradeBounds bounds) {
        this.sink = sink;
        this.lateAfterNs = lateAfterNs;
        this.bounds = bounds;
    }

    @Override
    public ColumnSet columns() {
        return COLUMNS;
    }

    @Override
    public void bind(Header header, Line line) {
        this.line = line;
        this.values = new Values(line);
        this.conditionsCodes = new ListCodes(line, values);
        conditions = header.indexOf("conditions");
        correction = header.indexOf("correction");
        exchange = header.indexOf("exchange");
        id = header.indexOf("id");
        participantTimestamp = header.indexOf("participant_timestamp");
        price = header.indexOf("price");
        sequenceNumber = header.indexOf("sequence_number");
        sipTimestamp = header.indexOf("sip_timestamp");
        size = header.indexOf("size");
        tape = header.indexOf("tape");
        trfId = header.indexOf("trf_id");
        trfTimestamp = header.indexOf("trf_timestamp");
    }

    @Override
    public boolean begin(byte[] ticker, int length, int instrumentLength) {
        TradeColumns wanted = sink.begin(ticker, 0, length);
        if (wanted == null) {
            return false;
        }
        use(wanted, ticker, length, instrumentLength);
        return true;
    }

    @Override
    public void proceed(byte[] ticker, int length, int instrumentLength) {
        TradeColumns wanted = sink.proceed(columns);
        if (wanted != columns) {
            use(wanted, ticker, length, instrumentLength);
        }
    }

    private void use(TradeColumns wanted, byte[] ticker, int length, int instrumentLength) {
        columns = wanted;
        conditionsCodes.use(wanted.conditions.dictionary());
        instrumentCode = wanted.instrument.dictionary().code(ticker, 0, instrumentLength);
        tickerCode = wanted.ticker.dictionary().code(ticker, 0, length);
        unflaggedCode = wanted.flag.dictionary().code(ticker, 0, 0);
    }

    @Override
    public @Nullable String append() {
        values.reset();
        long sipNs = values.positive(sipTimestamp);
        long participantNs = values.timeOrNull(participantTimestamp);
        long tradePrice = values.signed(price);
        long tradeSize = values.signed(size);
        int tradeExchange = values.small(exchange);
        int tradeCorrection = values.small(correction);
        long sequence = values.numberOrNull(sequenceNumber);
        int tradeTape = values.smallOrZero(tape);
        int facility = values.smallOrZero(trfId);
        long facilityNs = values.timeOrNull(trfTimestamp);
        int conditionsCode = conditionsCodes.code(conditions);
        if (values.isFaulty()) {
            return values.fault();
        }
        TradeColumns to = columns;
        to.instrument.appendCode(instrumentCode);
        to.ticker.appendCode(tickerCode);
        to.sipTimestamp.append(sipNs);
        to.participantTimestamp.append(participantNs);
        to.price.append(tradePrice);
        to.size.append(tradeSize);
        to.exchange.append(tradeExchange);
        to.conditions.appendCode(conditionsCode);
        to.correction.append(tradeCorrection);
        to.sequenceNumber.append(sequence);
        to.id.append(line.bytes, line.starts[id], line.length(id));
        to.tape.append(tradeTape);
        to.trfId.append(facility);
        to.trfTimestamp.append(facilityNs);
        to.late.append(isLate(sipNs, participantNs) ? 1 : 0);
        appendFlag(bounds.flag(tradePrice, tradeSize));
        return null;
    }

    private void appendFlag(TradeFlag flag) {
        if (flag == TradeFlag.NONE) {
            columns.flag.appendCode(unflaggedCode);
        } else {
            columns.flag.append(flag.label());
            flagged++;
        }
    }

    private boolean isLate(long sipNs, long participantNs) {
        return participantNs != Column.NULL && Math.abs(sipNs - participantNs) > lateAfterNs;
    }

    @Override
    public void end(long rows) {
        sink.end(rows);
    }

    @Override
    public void abandon() {
        sink.abandon();
    }

    @Override
    public long flagged() {
        return flagged;
    }
}
