package io.m17.market.condition;

import static io.m17.market.condition.TradeConditions.ALL;
import static io.m17.market.condition.TradeConditions.HIGH_LOW;
import static io.m17.market.condition.TradeConditions.UNKNOWN;
import static io.m17.market.condition.TradeConditions.VOLUME;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files in the shape of the vendor's answer: the members that its client libraries know, in their order.
class TradeConditionsFileTest {
    private static final String AVERAGE_PRICE = """
            {"id": 2, "type": "sale_condition", "name": "Average Price Trade", "asset_class": "stocks",
             "sip_mapping": {"CTA": "B", "UTP": "W"},
             "update_rules": {
               "consolidated": {"updates_high_low": false, "updates_open_close": false, "updates_volume": true},
               "market_center": {"updates_high_low": true, "updates_open_close": true, "updates_volume": true}},
             "data_types": ["trade"]}""";
    private static final String DERIVATIVELY_PRICED = """
            {"id": 10, "type": "sale_condition", "name": "Derivatively Priced", "asset_class": "stocks",
             "sip_mapping": {"CTA": "4", "UTP": "4"}, "legacy": true, "exchange": 1, "abbreviation": "DPRI",
             "update_rules": {
               "consolidated": {"updates_high_low": true, "updates_open_close": false, "updates_volume": true}},
             "data_types": ["bbo", "trade"]}""";
    private static final String EXEMPT = """
            {"id": 41, "type": "trade_thru_exempt", "name": "Trade Thru Exempt", "asset_class": "stocks",
             "sip_mapping": {"CTA": "X", "UTP": "X"}, "data_types": ["trade"]}""";
    private static final String QUOTE = """
            {"id": 2, "type": "quote_condition", "name": "Regular, One-Sided Open", "asset_class": "stocks",
             "data_types": ["bbo", "nbbo"]}""";
    private static final String OPTION = """
            {"id": 201, "type": "sale_condition", "name": "Canceled", "asset_class": "options",
             "sip_mapping": {"OPRA": "A"},
             "update_rules": {
               "consolidated": {"updates_high_low": false, "updates_open_close": false, "updates_volume": false}},
             "data_types": ["trade"]}""";

    @TempDir
    private Path directory = Path.of("");

    private static String answer(String... results) {
        return "{\"results\": [" + String.join(",\n", results) + "], \"status\": \"OK\", \"request_id\": \"31d5\","
                + " \"count\": " + results.length + "}";
    }

    private TradeConditions read(String text, AssetClass assetClass) throws IOException {
        return TradeConditionsFile.read(Files.writeString(directory.resolve("c.json"), text), assetClass);
    }

    private String refusal(String text) {
        String message = String.valueOf(assertThrows(ConditionTableException.class, () -> read(text, AssetClass.STOCKS))
                .getMessage());
        assertEquals(1, message.lines().count(), message);
        assertTrue(message.contains("c.json"), message);
        return message;
    }

    @Test
    void takesTheConsolidatedRulesOfTheTradeConditionsOfAMarket() throws IOException {
        TradeConditions stocks =
                read(answer(AVERAGE_PRICE, QUOTE, DERIVATIVELY_PRICED, OPTION, EXEMPT), AssetClass.STOCKS);
        assertEquals(
                List.of(
                        new TradeCondition(0, "Regular Sale", true, true, true, "not in the vendor's listing"),
                        new TradeCondition(2, "Average Price Trade", true, false, false, "vendor; CTA B; UTP W"),
                        new TradeCondition(10, "Derivatively Priced", true, true, false, "vendor; CTA 4; UTP 4"),
                        new TradeCondition(41, "Trade Thru Exempt", true, true, true, "vendor; CTA X; UTP X")),
                List.copyOf(stocks.conditions()));
        assertEquals(ALL, stocks.eligibility("0"));
        assertEquals(VOLUME, stocks.eligibility("2,10"));
        assertEquals(VOLUME | HIGH_LOW, stocks.eligibility("10,41"));
        assertEquals(VOLUME | UNKNOWN, stocks.eligibility("201"));
    }

    @Test
    void takesTheOptionsOutOfTheSameAnswer() throws IOException {
        TradeConditions options = read(answer(AVERAGE_PRICE, OPTION), AssetClass.OPTIONS);
        assertEquals(0, options.eligibility("201"));
        assertEquals(1, options.conditions().size());
    }

    @Test
    void letsAConditionWithoutUpdateRulesRestrictNothing() throws IOException {
        assertEquals(ALL, read(answer(EXEMPT), AssetClass.STOCKS).eligibility("41"));
        String isNull = EXEMPT.replace("\"sip_mapping\"", "\"update_rules\": null, \"sip_mapping\"");
        assertEquals(ALL, read(answer(isNull), AssetClass.STOCKS).eligibility("41"));
    }

    @Test
    void letsAFileSayWhatTheRegularSaleMayUpdate() throws IOException {
        String regular = AVERAGE_PRICE.replace("\"id\": 2", "\"id\": 0");
        assertEquals(VOLUME, read(answer(regular), AssetClass.STOCKS).eligibility("0"));
    }

    @Test
    void isVersionedByWhatTheFileSaysElseByItsContent() throws IOException {
        String first = read(answer(EXEMPT), AssetClass.STOCKS).version();
        String second = read(answer(EXEMPT, OPTION), AssetClass.STOCKS).version();
        assertTrue(first.matches("sha256:[0-9a-f]{12}"), first);
        assertTrue(!first.equals(second), second);
        assertEquals(
                "desk-7",
                read(answer(EXEMPT).replace("\"status\"", "\"version\": \"desk-7\", \"status\""), AssetClass.STOCKS)
                        .version());
    }

    @Test
    void readsTheShippedTablesBackFromBothForms() throws IOException {
        for (AssetClass assetClass : AssetClass.values()) {
            TradeConditions shipped = assetClass.shipped();
            StringBuilder csv = new StringBuilder("version,copy\n")
                    .append("id,name,updates_volume,updates_high_low,updates_open_close,sources\n");
            String[] results = new String[shipped.conditions().size()];
            int i = 0;
            for (TradeCondition each : shipped.conditions()) {
                results[i++] = json(each, assetClass);
                csv.append(String.format(
                        "%d,\"%s\",%s,%s,%s,%s%n",
                        each.id(),
                        each.name(),
                        each.updatesVolume() ? "yes" : "no",
                        each.updatesHighLow() ? "yes" : "no",
                        each.updatesOpenClose() ? "yes" : "no",
                        "copied"));
            }
            assertEquals(
                    shipped.rulesDigest(), read(answer(results), assetClass).rulesDigest());
            Path file = Files.writeString(directory.resolve("c.CSV"), csv);
            TradeConditions copy = TradeConditionsFile.read(file, assetClass);
            assertEquals(shipped.rulesDigest(), copy.rulesDigest());
            assertEquals("copy", copy.version());
        }
    }

    private static String json(TradeCondition condition, AssetClass assetClass) {
        return String.format(
                "{\"id\": %d, \"name\": \"%s\", \"asset_class\": \"%s\", \"data_types\": [\"trade\"], \"update_rules\":"
                        + " {\"consolidated\": {\"updates_high_low\": %s, \"updates_open_close\": %s,"
                        + " \"updates_volume\": %s}}}",
                condition.id(),
                condition.name(),
                assetClass.label(),
                condition.updatesHighLow(),
                condition.updatesOpenClose(),
                condition.updatesVolume());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"id\": 2 | \"id\": -2 | at=results[1].id",
                "\"id\": 2 | \"id\": \"2\" | at=results[1].id",
                "\"id\": 2 | \"nr\": 2 | at=results[1].id",
                "\"id\": 2 | \"id\": 41 | id=41",
                "\"asset_class\" | \"asset\" | at=results[1]",
                "\"data_types\" | \"data\" | at=results[1]",
                "\"updates_volume\": true}, | \"updates_volume\": 1}, | at=results[1].update_rules.consolidated.updates",
                "\"consolidated\" | \"consolidation\" | at=results[1].update_rules.consolidated.updates_volume",
                "\"name\" | \"id\" | column=",
            })
    void refusesAConditionThatIsNotSoundAndSaysWhere(String from, String to, String place) {
        assertTrue(refusal(answer(EXEMPT, AVERAGE_PRICE.replace(from, to))).contains(place));
    }

    @Test
    void refusesWhatIsNoWholeTable() throws IOException {
        assertTrue(refusal(answer(QUOTE, OPTION)).contains("no condition of trades in stocks"));
        assertTrue(refusal("{\"results\": {}}").contains("at=results"));
        assertTrue(refusal("").contains("at=results"));
        assertTrue(refusal(answer(EXEMPT) + "}").contains("line=2"));
        assertTrue(refusal(answer(EXEMPT).replace("\"status\"", "\"next_url\": \"https://x\", \"status\""))
                .contains("limit=1000"));
        Path text = Files.writeString(directory.resolve("c.txt"), answer(EXEMPT));
        Path none = directory.resolve("none.json");
        assertThrows(ConditionTableException.class, () -> TradeConditionsFile.read(text, AssetClass.STOCKS));
        assertThrows(ConditionTableException.class, () -> TradeConditionsFile.read(none, AssetClass.STOCKS));
        assertThrows(ConditionTableException.class, () -> TradeConditionsFile.read(directory, AssetClass.STOCKS));
    }
}
