package io.m17.treasury.api;

import static java.util.Map.entry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.m17.market.treasury.Tenor;
import io.m17.treasury.api.YieldsApiException.Fault;
import java.io.IOException;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// Reads one answer: `{"results":[{"date":"2026-07-02","yield_1_month":3.70,…}],"next_url":…,"status":"OK"}`.
///
/// Fields that are not named here are ignored, a yield that is null or not there is absent, results that
/// are null or not there are none. What is no such object, says a field twice, or has another status, is
/// a [YieldsApiException].
final class YieldsPage {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /// The API has no yield of two months.
    private static final Map<String, Tenor> TENORS = Map.ofEntries(
            entry("yield_1_month", Tenor.MONTH_1),
            entry("yield_3_month", Tenor.MONTH_3),
            entry("yield_6_month", Tenor.MONTH_6),
            entry("yield_1_year", Tenor.YEAR_1),
            entry("yield_2_year", Tenor.YEAR_2),
            entry("yield_3_year", Tenor.YEAR_3),
            entry("yield_5_year", Tenor.YEAR_5),
            entry("yield_7_year", Tenor.YEAR_7),
            entry("yield_10_year", Tenor.YEAR_10),
            entry("yield_20_year", Tenor.YEAR_20),
            entry("yield_30_year", Tenor.YEAR_30));

    private static final String NO_NUMBER = "no number";

    private final URI url;
    private final JsonParser json;
    private final CurveCollection curves;

    private YieldsPage(URI url, JsonParser json, CurveCollection curves) {
        this.url = url;
        this.json = json;
        this.curves = curves;
    }

    /// Adds the curves of an answer, and returns where the next page is.
    ///
    /// @param url of the service, for messages
    @SuppressWarnings("UnusedException") // its message quotes the answer
    static Optional<String> read(URI url, byte[] body, CurveCollection curves) {
        try (JsonParser json = JSON.createParser(body)) {
            return new YieldsPage(url, json, curves).page();
        } catch (IOException e) {
            throw unreadable(url, "it is no JSON");
        }
    }

    private Optional<String> page() throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw unreadable("it is no object");
        }
        String status = "";
        String next = "";
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            JsonToken value = json.nextToken();
            switch (field) {
                case "status" -> status = text(value);
                case "next_url" -> next = address(value);
                case "results" -> results(value);
                default -> json.skipChildren();
            }
        }
        if (json.nextToken() != null) {
            throw unreadable("something stands behind it");
        }
        if (!status.equals("OK")) {
            throw unreadable("its status is not OK");
        }
        return Optional.of(next).filter(url -> !url.isEmpty());
    }

    private void results(JsonToken value) throws IOException {
        if (value == JsonToken.VALUE_NULL) {
            return;
        }
        if (value != JsonToken.START_ARRAY) {
            throw unreadable("its results are no list");
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                throw unreadable("a result is no object");
            }
            result();
        }
    }

    private void result() throws IOException {
        String date = "";
        Map<Tenor, String> percents = new EnumMap<>(Tenor.class);
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            JsonToken value = json.nextToken();
            Tenor tenor = TENORS.get(field);
            if (field.equals("date")) {
                date = text(value);
            } else if (tenor != null && value != JsonToken.VALUE_NULL) {
                percents.put(tenor, value.isNumeric() ? json.getText() : NO_NUMBER);
            }
            json.skipChildren();
        }
        curves.add(date, percents);
    }

    private String address(JsonToken value) throws IOException {
        if (value != JsonToken.VALUE_STRING && value != JsonToken.VALUE_NULL) {
            throw unreadable("its next_url is no text");
        }
        return text(value);
    }

    /// The value when it is a text, else an empty one.
    private String text(JsonToken value) throws IOException {
        if (value == JsonToken.VALUE_STRING) {
            return json.getText();
        }
        json.skipChildren();
        return "";
    }

    private YieldsApiException unreadable(String why) {
        return unreadable(url, why);
    }

    private static YieldsApiException unreadable(URI url, String why) {
        return new YieldsApiException(
                Fault.UNREADABLE,
                "the yields API answered what is no page of yields",
                "url=" + url + ", why=" + why,
                "check its address; if that is right, tell the vendor",
                null);
    }
}
