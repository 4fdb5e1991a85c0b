package io.m17.market.flatfile;

import io.m17.market.quote.QuoteColumns;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lines of quotes, of stocks or options. A side without a quote (price 0, size 0) and a crossed quote are rows like
/// any
/// other. Allocates nothing a row.
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
            List.of("trf_timestamp"));

    private final QuoteSink sink;

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

    private Fields fields = new Fields(new String[0]);
    private Values values = new Values(fields);
    private QuoteColumns columns = QuoteColumns.create();
    private ListCodes conditionsCodes = new ListCodes(fields, values);
    private ListCodes indicatorsCodes = new ListCodes(fields, values);
    private int instrumentCode;
    private int tickerCode;

    QuoteRows(QuoteSink sink) {
        this.sink = sink;
    }

    @Override
    public ColumnSet columns() {
        return COLUMNS;
    }

    @Override
    public void bind(Header header, Fields fields) {
        this.fields = fields;
        this.values = new Values(fields);
        this.indicatorsCodes = new ListCodes(fields, values);
        this.conditionsCodes = new ListCodes(fields, values);
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
        columns = wanted;
        indicatorsCodes.use(wanted.indicators.dictionary());
        conditionsCodes.use(wanted.conditions.dictionary());
        instrumentCode = wanted.instrument.dictionary().code(ticker, 0, instrumentLength);
        tickerCode = wanted.ticker.dictionary().code(ticker, 0, length);
        return true;
    }

    @Override
    public @Nullable String append() {
        values.reset();
        long sipNs = values.time(sipTimestamp);
        long participantNs = values.timeOrNull(participantTimestamp);
        long bid = values.millionths(bidPrice);
        long bidQuantity = values.millionths(bidSize);
        int bidVenue = values.small(bidExchange);
        long ask = values.millionths(askPrice);
        long askQuantity = values.millionths(askSize);
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
}
