package io.m17.market.flatfile;

import io.m17.market.quote.QuoteColumns;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lines of quotes, of stocks or options. A side without a quote (price 0, size 0), a crossed quote and one with a
/// negative price or size are rows like any other; the last are counted. Allocates nothing a row.
final class QuoteRows implements RowReader {
    private static final ColumnSet COLUMNS = new ColumnSet(
            List.of(
                    "ticker",
                    "ask_exchange",
                    "ask_price",
                    "ask_size",
                    "bid_exchange",
                    "bid_price",
                    "bid_size",
                    "sip_timestamp"),
            List.of("conditions", "indicators", "participant_timestamp", "sequence_number", "tape"),
            List.of("trf_timestamp"),
            List.of(
                    "ask_exchange",
                    "bid_exchange",
                    "participant_timestamp",
                    "sequence_number",
                    "sip_timestamp",
                    "tape"),
            List.of("ask_price", "ask_size", "bid_price", "bid_size"));

    private final RowSink<QuoteColumns> sink;

    private int askExchange;
    private int askPrice;
    private int askSize;
    private int bidExchange;
    private int bidPrice;
    private int bidSize;
    private int conditions;
    private int indicators;
    private int participantTimestamp;
    private int sequenceNumber;
    private int sipTimestamp;
    private int tape;

    private Line line = new Line(List.of(), COLUMNS);
    private Values values = new Values(line);
    private QuoteColumns columns = QuoteColumns.create();
    private ListCodes conditionsCodes = new ListCodes(line, values);
    private ListCodes indicatorsCodes = new ListCodes(line, values);
    private int instrumentCode;
    private int tickerCode;
    private long flagged;

    QuoteRows(RowSink<QuoteColumns> sink) {
        this.sink = sink;
    }

    @Override
    public ColumnSet columns() {
        return COLUMNS;
    }

    @Override
    public void bind(Header header, Line line) {
        this.line = line;
        this.values = new Values(line);
        this.indicatorsCodes = new ListCodes(line, values);
        this.conditionsCodes = new ListCodes(line, values);
        askExchange = header.indexOf("ask_exchange");
        askPrice = header.indexOf("ask_price");
        askSize = header.indexOf("ask_size");
        bidExchange = header.indexOf("bid_exchange");
        bidPrice = header.indexOf("bid_price");
        bidSize = header.indexOf("bid_size");
        conditions = header.indexOf("conditions");
        indicators = header.indexOf("indicators");
        participantTimestamp = header.indexOf("participant_timestamp");
        sequenceNumber = header.indexOf("sequence_number");
        sipTimestamp = header.indexOf("sip_timestamp");
        tape = header.indexOf("tape");
    }

    @Override
    public boolean begin(byte[] ticker, int length, int instrumentLength) {
        QuoteColumns wanted = sink.begin(ticker, 0, length);
        if (wanted == null) {
            return false;
        }
        use(wanted, ticker, length, instrumentLength);
        return true;
    }

    @Override
    public void proceed(byte[] ticker, int length, int instrumentLength) {
        QuoteColumns wanted = sink.proceed(columns);
        if (wanted != columns) {
            use(wanted, ticker, length, instrumentLength);
        }
    }

    private void use(QuoteColumns wanted, byte[] ticker, int length, int instrumentLength) {
        columns = wanted;
        indicatorsCodes.use(wanted.indicators.dictionary());
        conditionsCodes.use(wanted.conditions.dictionary());
        instrumentCode = wanted.instrument.dictionary().code(ticker, 0, instrumentLength);
        tickerCode = wanted.ticker.dictionary().code(ticker, 0, length);
    }

    @Override
    public @Nullable String append() {
        values.reset();
        long sipNs = values.positive(sipTimestamp);
        long participantNs = values.timeOrNull(participantTimestamp);
        long bid = values.signed(bidPrice);
        long bidQuantity = values.signed(bidSize);
        int bidVenue = values.small(bidExchange);
        long ask = values.signed(askPrice);
        long askQuantity = values.signed(askSize);
        int askVenue = values.small(askExchange);
        long sequence = values.numberOrNull(sequenceNumber);
        int quoteTape = values.smallOrZero(tape);
        int conditionsCode = conditionsCodes.code(conditions);
        int indicatorsCode = indicatorsCodes.code(indicators);
        if (values.isFaulty()) {
            return values.fault();
        }
        QuoteColumns to = columns;
        to.instrument.appendCode(instrumentCode);
        to.ticker.appendCode(tickerCode);
        to.sipTimestamp.append(sipNs);
        to.participantTimestamp.append(participantNs);
        to.bidPrice.append(bid);
        to.bidSize.append(bidQuantity);
        to.bidExchange.append(bidVenue);
        to.askPrice.append(ask);
        to.askSize.append(askQuantity);
        to.askExchange.append(askVenue);
        to.conditions.appendCode(conditionsCode);
        to.indicators.appendCode(indicatorsCode);
        to.sequenceNumber.append(sequence);
        to.tape.append(quoteTape);
        flagged += (bid | bidQuantity | ask | askQuantity) < 0 ? 1 : 0;
        return null;
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
