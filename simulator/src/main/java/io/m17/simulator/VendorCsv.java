package io.m17.simulator;

import java.io.IOException;
import java.time.LocalDate;

/// The vendor's row layouts: how a ticker's columns become lines of a flat file.
///
/// From 2025-11-03 stock quote sizes are shares, before that round lots; from 2026-02-23 stock trades have six
/// decimals.
final class VendorCsv {
    static final String STOCK_TRADES_HEADER =
            "ticker,conditions,correction,exchange,id,participant_timestamp,price,sequence_number,sip_timestamp,size,tape,trf_id,trf_timestamp";
    static final String STOCK_QUOTES_HEADER =
            "ticker,ask_exchange,ask_price,ask_size,bid_exchange,bid_price,bid_size,conditions,indicators,participant_timestamp,sequence_number,sip_timestamp,tape,trf_timestamp";
    static final String OPTION_QUOTES_HEADER =
            "ticker,ask_exchange,ask_price,ask_size,bid_exchange,bid_price,bid_size,sequence_number,sip_timestamp";
    private static final LocalDate SHARE_SIZES_FROM = LocalDate.of(2025, 11, 3);
    private static final LocalDate DECIMAL_SIZES_FROM = LocalDate.of(2026, 2, 23);
    private static final long ROUND_LOT = 100;
    private static final String QUOTE_CONDITIONS = "1";
    private static final String INDICATORS = "604";

    private final boolean shareSizes;
    private final boolean decimalSizes;
    private final boolean optionParticipantTimestamps;

    VendorCsv(SimulationConfig config) {
        this.shareSizes = !config.date().isBefore(SHARE_SIZES_FROM);
        this.decimalSizes = !config.date().isBefore(DECIMAL_SIZES_FROM);
        this.optionParticipantTimestamps = config.optionParticipantTimestamps();
    }

    static String optionTradesHeader(boolean participantTimestamps) {
        return "ticker,conditions,correction,exchange," + (participantTimestamps ? "participant_timestamp," : "")
                + "price,sip_timestamp,size";
    }

    void stockTrades(CsvGzip csv, String ticker, int tape, TradeTape trades, int[] order) throws IOException {
        for (int row : order) {
            csv.text(ticker)
                    .list(trades.conditions(row).codes())
                    .number(trades.correction(row))
                    .number(trades.exchange(row))
                    .number(trades.id(row))
                    .number(trades.participantNs(row));
            decimal(csv, trades.price(row));
            csv.number(trades.sequence(row)).number(trades.sipNs(row));
            decimal(csv, trades.quantity(row));
            csv.number(tape).number(trades.trfId(row)).number(trades.trfNs(row)).endRow();
        }
    }

    private void decimal(CsvGzip csv, long micros) throws IOException {
        if (decimalSizes) {
            csv.sixDigits(micros);
        } else {
            csv.decimal(micros);
        }
    }

    void stockQuotes(CsvGzip csv, String ticker, int tape, QuoteTape quotes, int[] order) throws IOException {
        long unit = shareSizes ? 1 : ROUND_LOT;
        for (int row : order) {
            csv.text(ticker)
                    .number(quotes.askExchange(row))
                    .decimal(quotes.askPrice(row))
                    .decimal(quotes.askSize(row) / unit)
                    .number(quotes.bidExchange(row))
                    .decimal(quotes.bidPrice(row))
                    .decimal(quotes.bidSize(row) / unit)
                    .text(QUOTE_CONDITIONS)
                    .text(quotes.twoSided(row) ? INDICATORS : "")
                    .number(quotes.participantNs(row))
                    .number(quotes.sequence(row))
                    .number(quotes.sipNs(row))
                    .number(tape)
                    .number(0)
                    .endRow();
        }
    }

    void optionTrades(CsvGzip csv, String ticker, TradeTape trades, int[] order) throws IOException {
        for (int row : order) {
            csv.text(ticker)
                    .list(trades.conditions(row).codes())
                    .number(trades.correction(row))
                    .number(trades.exchange(row));
            if (optionParticipantTimestamps) {
                csv.number(trades.participantNs(row));
            }
            csv.decimal(trades.price(row))
                    .number(trades.sipNs(row))
                    .decimal(trades.quantity(row))
                    .endRow();
        }
    }

    void optionQuotes(CsvGzip csv, String ticker, QuoteTape quotes, int[] order) throws IOException {
        for (int row : order) {
            csv.text(ticker)
                    .number(quotes.askExchange(row))
                    .decimal(quotes.askPrice(row))
                    .decimal(quotes.askSize(row))
                    .number(quotes.bidExchange(row))
                    .decimal(quotes.bidPrice(row))
                    .decimal(quotes.bidSize(row))
                    .number(quotes.sequence(row))
                    .number(quotes.sipNs(row))
                    .endRow();
        }
    }
}
