package io.m17.cli;

import static io.m17.cli.HandMadeDay.MINUTE_NS;
import static io.m17.cli.HandMadeDay.OPEN_NS;
import static io.m17.cli.HandMadeDay.QUOTES;
import static io.m17.cli.HandMadeDay.STOCK_QUOTES;
import static io.m17.cli.HandMadeDay.STOCK_TRADES;
import static io.m17.cli.HandMadeDay.TRADES;
import static io.m17.cli.HandMadeDay.quote;
import static io.m17.cli.HandMadeDay.trade;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.m17.ledger.SlotColumn;
import io.m17.market.condition.TradeCondition;
import io.m17.market.condition.TradeConditions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A desk's own table of conditions in place of the shipped one: what it changes is derived again, nobody asks for
/// it, and what it leaves as it was is not touched.
class ConditionTableTest {
    private static final String ODD_LOT = "37";
    private static final int SAME_PRICE_MINUTE = 200;

    @TempDir
    private Path directory = Path.of("");

    private HandMadeDay day = HandMadeDay.in(Path.of("unset"));

    /// A round lot a minute at 10.00, and odd lots: at 11.00 in three minutes, in one at the price of the round lot.
    @BeforeEach
    void runADayByTheShippedTable() throws IOException {
        day = HandMadeDay.in(directory);
        List<String> trades = new ArrayList<>();
        List<String> quotes = new ArrayList<>();
        for (int minute = 0; minute < 390; minute++) {
            trades.add(trade("AAA", minute, "10.00", 1_000));
            quotes.add(quote("AAA", minute, "9.98", "10.02", 1));
            if (minute == SAME_PRICE_MINUTE) {
                trades.add(oddLot(minute, "10.00"));
            } else if (minute == 7 || minute == 100 || minute == 389) {
                trades.add(oddLot(minute, "11.00"));
            }
        }
        day.write(STOCK_TRADES, TRADES, trades);
        day.write(STOCK_QUOTES, QUOTES, quotes);
        assertEquals(ExitCode.DONE, day.run().code());
    }

    private static String oddLot(int minute, String price) {
        return "AAA," + ODD_LOT + ",0,4," + price + "," + (OPEN_NS + minute * MINUTE_NS + 2_000) + ",7,2000";
    }

    /// A configuration whose stock table is the shipped one with changes, in the vendor's shape.
    private String configured(UnaryOperator<TradeCondition> change) throws IOException {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("status", "OK");
        ArrayNode results = answer.putArray("results");
        for (TradeCondition shipped : TradeConditions.stocks().conditions()) {
            TradeCondition condition = change.apply(shipped);
            ObjectNode result = results.addObject()
                    .put("id", condition.id())
                    .put("name", condition.name())
                    .put("asset_class", "stocks");
            result.putArray("data_types").add("trade");
            result.putObject("update_rules")
                    .putObject("consolidated")
                    .put("updates_volume", condition.updatesVolume())
                    .put("updates_high_low", condition.updatesHighLow())
                    .put("updates_open_close", condition.updatesOpenClose());
        }
        Path table = Files.writeString(directory.resolve("conditions.json"), answer.toString());
        Path conf = directory.resolve("m17.conf");
        Files.writeString(conf, "conditions.stocks = \"" + table + "\"\n");
        return conf.toString();
    }

    private static TradeCondition oddLotsSetPrices(TradeCondition shipped) {
        return Integer.toString(shipped.id()).equals(ODD_LOT)
                ? new TradeCondition(shipped.id(), shipped.name(), true, true, true, "desk")
                : shipped;
    }

    @Test
    void changesNothingWhenTheRulesAreThoseOfTheShippedTable() throws IOException {
        String conf = configured(shipped -> shipped);
        Map<String, Integer> before = ReplacedFileTest.versions(day);
        int record = day.slot("AAA", SlotColumn.AGGS_1M, 7).payloadId();
        assertEquals(ExitCode.DONE, day.look("stale", "--config", conf).code());
        assertEquals(ExitCode.DONE, day.run("--config", conf).code());
        assertEquals(before, ReplacedFileTest.versions(day));
        assertEquals(record, day.slot("AAA", SlotColumn.AGGS_1M, 7).payloadId());
    }

    @Test
    void raisesExactlyTheVersionsOfAggregatesThatAChangedRuleChanges() throws IOException {
        String conf = configured(ConditionTableTest::oddLotsSetPrices);
        Map<String, Integer> before = ReplacedFileTest.versions(day);
        assertEquals(ExitCode.NO, day.look("stale", "--config", conf).code());
        assertEquals(ExitCode.DONE, day.run("--config", conf).code());
        Set<String> expected = new TreeSet<>();
        for (int minute : new int[] {7, 100, 389}) {
            ReplacedFileTest.addAggregates(expected, "AAA", minute);
        }
        assertEquals(expected, ReplacedFileTest.raised(before, ReplacedFileTest.versions(day)));
        assertEquals(ExitCode.DONE, day.look("stale", "--config", conf).code());
        HandMadeDay fresh = new HandMadeDay(day.flatFiles(), directory.resolve("fresh"));
        fresh.run("--config", conf);
        assertEquals(fresh.digest(), day.digest());
        assertEquals(ExitCode.DONE, day.look("verify", "--deep").code());
    }

    @Test
    void goesBackToTheShippedRulesAsTheNextVersion() throws IOException {
        String digest = day.digest();
        day.run("--config", configured(ConditionTableTest::oddLotsSetPrices));
        assertEquals(ExitCode.DONE, day.run().code());
        assertEquals(digest, day.digest());
        assertEquals(3, day.slot("AAA", SlotColumn.AGGS_1M, 100).version());
    }

    @Test
    void keepsAWindowWhoseTradesSetPricesAndNoVolume() throws IOException {
        String conf = configured(shipped -> shipped.id() == 37
                ? new TradeCondition(37, shipped.name(), false, true, true, "desk")
                : new TradeCondition(shipped.id(), shipped.name(), false, false, false, "desk"));
        day.write(STOCK_TRADES, TRADES, List.of(oddLot(3, "11.00"), oddLot(4, "12.00")));
        day.run("--config", conf);
        assertEquals(1, day.rows("AAA", SlotColumn.AGGS_1M, 3));
        int before = day.slot("AAA", SlotColumn.AGGS_5M, 0).version();
        day.write(STOCK_TRADES, TRADES, List.of(oddLot(3, "11.50"), oddLot(4, "12.00")));
        day.run("--config", conf);
        assertEquals(before + 1, day.slot("AAA", SlotColumn.AGGS_5M, 0).version());
    }

    @Test
    void printsTheTablesInForce() throws IOException {
        String conf = configured(ConditionTableTest::oddLotsSetPrices);
        JsonNode shipped = Cli.run("conditions", "--json").json().required("tables");
        JsonNode desk = Cli.run("conditions", "--json", "--config", conf).json().required("tables");
        assertEquals(
                "stocks-2026-09-27", shipped.required(0).required("version").textValue());
        assertTrue(desk.required(0).required("version").textValue().startsWith("sha256:"));
        assertTrue(
                !shipped.required(0).required("rules").equals(desk.required(0).required("rules")));
        assertEquals(shipped.required(1), desk.required(1));
        Cli text = Cli.run("conditions", "--options", "--config", conf);
        assertEquals(ExitCode.DONE, text.code());
        assertTrue(text.out().startsWith("options: version options-2026-11-21, rules "), text.out());
        assertTrue(text.out().contains("Single Leg Auction ISO"), text.out());
        assertTrue(!text.out().contains("Odd Lot"), text.out());
    }
}
