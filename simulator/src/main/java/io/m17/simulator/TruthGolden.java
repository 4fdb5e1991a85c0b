package io.m17.simulator;

import com.fasterxml.jackson.core.JsonGenerator;
import io.m17.simulator.GoldenBar.Prices;
import java.io.IOException;

/// Writes the golden values: bars, sides and Greeks in full.
final class TruthGolden {
    private final TradingHours hours;

    TruthGolden(TradingHours hours) {
        this.hours = hours;
    }

    void write(JsonGenerator json, GoldenValues golden) throws IOException {
        json.writeObjectFieldStart("golden");
        json.writeArrayFieldStart("bars_1m");
        for (GoldenBar bar : golden.bars()) {
            bar(json, bar);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("sides");
        for (GoldenSide side : golden.sides()) {
            side(json, side);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("greeks");
        for (GoldenGreek greek : golden.greeks()) {
            greek(json, greek);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void bar(JsonGenerator json, GoldenBar bar) throws IOException {
        json.writeStartObject();
        json.writeStringField("symbol", bar.symbol());
        json.writeNumberField("minute", bar.minute());
        json.writeNumberField("window_start_ns", hours.minuteStartNs(bar.minute()));
        Prices prices = bar.prices();
        if (prices != null) {
            json.writeNumberField("open", TruthJson.decimal(prices.open()));
            json.writeNumberField("high", TruthJson.decimal(prices.high()));
            json.writeNumberField("low", TruthJson.decimal(prices.low()));
            json.writeNumberField("close", TruthJson.decimal(prices.close()));
        }
        json.writeNumberField("volume", TruthJson.decimal(bar.volume()));
        json.writeNumberField("trade_count", bar.trades());
        json.writeNumberField("buy_volume", TruthJson.decimal(bar.buyVolume()));
        json.writeNumberField("sell_volume", TruthJson.decimal(bar.sellVolume()));
        json.writeNumberField("unknown_volume", TruthJson.decimal(bar.unknownVolume()));
        json.writeEndObject();
    }

    private static void side(JsonGenerator json, GoldenSide side) throws IOException {
        json.writeStartObject();
        json.writeStringField("ticker", side.ticker());
        json.writeNumberField("sip_timestamp", side.sipNs());
        json.writeNumberField("sequence_number", side.sequence());
        json.writeNumberField("price", TruthJson.decimal(side.price()));
        json.writeNumberField("bid_price", TruthJson.decimal(side.bidPrice()));
        json.writeNumberField("ask_price", TruthJson.decimal(side.askPrice()));
        json.writeStringField("side", side.side().name());
        json.writeStringField("rule", side.rule().name());
        json.writeEndObject();
    }

    private static void greek(JsonGenerator json, GoldenGreek greek) throws IOException {
        json.writeStartObject();
        json.writeStringField("ticker", greek.ticker());
        json.writeNumberField("window_start_ns", greek.windowStartNs());
        json.writeNumberField("bid_price", greek.bidPrice());
        json.writeNumberField("ask_price", greek.askPrice());
        json.writeNumberField("underlying_price", greek.underlyingPrice());
        json.writeNumberField("rate", greek.rate());
        json.writeNumberField("years_to_expiry", greek.years());
        json.writeNumberField("volatility", greek.volatility());
        json.writeNumberField("model_price", greek.value().price());
        json.writeNumberField("delta", greek.value().delta());
        json.writeNumberField("gamma", greek.value().gamma());
        json.writeNumberField("vega", greek.value().vega());
        json.writeNumberField("theta", greek.value().theta());
        json.writeNumberField("rho", greek.value().rho());
        json.writeEndObject();
    }
}
