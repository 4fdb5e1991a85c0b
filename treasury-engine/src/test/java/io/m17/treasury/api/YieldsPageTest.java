package io.m17.treasury.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.m17.market.treasury.ParYieldCurve;
import io.m17.market.treasury.Tenor;
import io.m17.market.treasury.TreasuryCsv;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One rule for each thing that a result can be.
final class YieldsPageTest {
    private static final URI URL = URI.create("http://127.0.0.1");

    @TempDir
    private Path directory = Path.of("");

    private static YieldsAnswer read(String... results) {
        CurveCollection curves = new CurveCollection();
        String page = "{\"status\":\"OK\",\"request_id\":\"x\",\"count\":2,\"results\":[" + String.join(",", results)
                + "],\"next_url\":null}";
        assertEquals(Optional.empty(), YieldsPage.read(URL, page.getBytes(StandardCharsets.UTF_8), curves));
        return curves.answer(URL, Instant.EPOCH);
    }

    private static List<String> reasons(YieldsAnswer answer) {
        return answer.firstRefused().stream().map(RefusedResult::reason).toList();
    }

    @Test
    void readsTheSameCurvesAsTheTreasurysFile() throws IOException {
        Path file = Files.writeString(directory.resolve("2026.csv"), """
                Date,"1 Mo","3 Mo","6 Mo","1 Yr","2 Yr","3 Yr","5 Yr","7 Yr","10 Yr","20 Yr","30 Yr"
                07/02/2026,3.70,3.7,3,-0.02,0.10,0.00,4.22,4.460,,4.99,99.99
                07/01/2026,3.69,,,,,,,,,,
                """);
        YieldsAnswer answer = read("""
                {"date":"2026-07-02","yield_1_month":3.70,"yield_3_month":3.7,"yield_6_month":3,"yield_1_year":-0.02,
                "yield_2_year":0.10,"yield_3_year":0.00,"yield_5_year":4.22,"yield_7_year":4.460,"yield_10_year":null,
                "yield_20_year":4.99,"yield_30_year":99.99}""", """
                {"yield_1_month":3.69,"date":"2026-07-01"}""");
        assertEquals(TreasuryCsv.read(file).curves(), answer.curves());
        assertEquals(0, answer.refused());
    }

    @Test
    void ignoresFieldsThatItDoesNotKnow() {
        YieldsAnswer answer = read("""
                {"date":"2026-07-02","yield_4_month":{"deep":[1]},"note":["x"],"yield_1_month":3.70,"yield_2_month":9}""");
        ParYieldCurve curve = answer.curves().getFirst();
        assertEquals(370, curve.bps(Tenor.MONTH_1));
        assertEquals(ParYieldCurve.ABSENT, curve.bps(Tenor.MONTH_2));
        assertEquals(0, answer.refused());
    }

    @Test
    void passesOverWhatIsNoCurveAndKeepsTheOthers() {
        YieldsAnswer answer = read(
                "{\"date\":\"2026-07-02\",\"yield_1_month\":3.70}",
                "{\"date\":\"07/01/2026\",\"yield_1_month\":3.70}",
                "{\"yield_1_month\":3.70}",
                "{\"date\":20260701,\"yield_1_month\":3.70}",
                "{\"date\":\"2026-07-01\"}",
                "{\"date\":\"2026-07-01\",\"yield_1_month\":\"3.70\"}",
                "{\"date\":\"2026-07-01\",\"yield_1_month\":3.701}",
                "{\"date\":\"2026-07-01\",\"yield_1_month\":3.7e0}",
                "{\"date\":\"2026-07-01\",\"yield_1_month\":100.01}",
                "{\"date\":\"2026-07-01\",\"yield_1_month\":-100.01}",
                "{\"date\":\"2026-07-01\",\"yield_1_month\":1e999}",
                "{\"date\":\"+12026-07-01\",\"yield_1_month\":3.70}",
                "{\"date\":\"2026-07-02\",\"yield_1_month\":3.80}",
                "{\"date\":\"2026-06-30\",\"yield_1_month\":-0.05}");
        assertEquals(
                List.of(-5, 370),
                answer.curves().stream().map(curve -> curve.bps(Tenor.MONTH_1)).toList());
        assertEquals(12, answer.refused());
        assertEquals(
                List.of(
                        "the date is not YYYY-MM-DD",
                        "the date is not YYYY-MM-DD",
                        "the date is not YYYY-MM-DD",
                        "a curve has at least one yield [date=2026-07-01]",
                        "1 Mo is not a percentage of at most two decimals [value=no number]",
                        "1 Mo is not a percentage of at most two decimals [value=3.701]",
                        "1 Mo is not a percentage of at most two decimals [value=3.7e0]",
                        "1 Mo is beyond 100 percent [value=100.01]",
                        "1 Mo is beyond 100 percent [value=-100.01]",
                        "1 Mo is not a percentage of at most two decimals [value=1e999]"),
                reasons(answer));
        assertEquals(2, answer.firstRefused().getFirst().number());
    }

    @Test
    void letsTheFirstOfTwoResultsOfADateCount() {
        YieldsAnswer answer = read(
                "{\"date\":\"2026-07-02\",\"yield_1_month\":3.70}", "{\"date\":\"2026-07-02\",\"yield_1_month\":3.80}");
        assertEquals(370, answer.curves().getFirst().bps(Tenor.MONTH_1));
        assertEquals(List.of("the date stands twice [date=2026-07-02]"), reasons(answer));
    }

    @Test
    void findsNothingWhereThereIsNothing() {
        CurveCollection curves = new CurveCollection();
        for (String page : List.of("{\"status\":\"OK\"}", "{\"status\":\"OK\",\"results\":null}")) {
            assertEquals(Optional.empty(), YieldsPage.read(URL, page.getBytes(StandardCharsets.UTF_8), curves));
        }
        assertEquals(List.of(), curves.answer(URL, Instant.EPOCH).curves());
    }
}
