package io.m17.simulator;

import com.fasterxml.jackson.core.JsonGenerator;
import io.m17.simulator.pricing.ParCurve;
import io.m17.simulator.pricing.Tenor;
import java.io.IOException;
import java.util.Map;

/// Writes the curves in force during the session, each with its minutes and some rates read off it.
final class TruthCurves {
    private static final double[] SAMPLE_YEARS = {1 / 365.0, 0.1, 0.25, 0.4, 0.75, 1.5, 4, 12.5, 40};

    private final TradingHours hours;
    private final DayCurves curves;

    TruthCurves(TradingHours hours, DayCurves curves) {
        this.hours = hours;
        this.curves = curves;
    }

    void write(JsonGenerator json) throws IOException {
        int change = 0;
        while (change < hours.minutes() && curves.inForce(hours.minuteStartNs(change)) == curves.before()) {
            change++;
        }
        json.writeArrayFieldStart("curves");
        curve(json, curves.before(), 0, change);
        if (change < hours.minutes()) {
            curve(json, curves.own(), change, hours.minutes());
        }
        json.writeEndArray();
    }

    private static void curve(JsonGenerator json, ParCurve curve, int fromMinute, int toMinute) throws IOException {
        json.writeStartObject();
        json.writeStringField("date", curve.date().toString());
        json.writeNumberField("published_ns", TradingHours.curvePublishedNs(curve.date()));
        json.writeNumberField("from_minute", fromMinute);
        json.writeNumberField("to_minute", toMinute);
        json.writeObjectFieldStart("par_yields_percent");
        for (Map.Entry<Tenor, Double> entry : curve.yieldsPercent().entrySet()) {
            json.writeNumberField(entry.getKey().label(), entry.getValue());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("continuous_rates");
        for (double years : SAMPLE_YEARS) {
            json.writeStartObject();
            json.writeNumberField("years", years);
            json.writeNumberField("rate", curve.continuousRate(years));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
