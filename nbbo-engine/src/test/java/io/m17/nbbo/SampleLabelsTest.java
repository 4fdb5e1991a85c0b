package io.m17.nbbo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The labels of another program for every IBM trade of a real day.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SampleLabelsTest {
    private static final int BID = 3;
    private static final int ASK = 4;
    private static final int LEE_READY = 7;

    private TradeRows trades;
    private QuoteRows quotes;
    private List<String[]> labels;
    private final AggressorRows rows = new AggressorRows();

    @BeforeAll
    void load() {
        trades = SampleTicks.trades();
        quotes = SampleTicks.quotes();
        labels = SampleTicks.labels();
        assertEquals(labels.size(), trades.capacity());
    }

    @ParameterizedTest
    @CsvSource({"TICK,5", "QUOTE,6", "LEE_READY,7", "EMO,8", "CLNV,9"})
    void agreesWithEveryLabelWhenCrossedMarketsFallBackToTicks(Method method, int column) {
        classify(TradeClassifier.of(method, CrossedPolicy.TICK));
        for (int row = 0; row < labels.size(); row++) {
            assertEquals(Integer.parseInt(labels.get(row)[column]), rows.side(row), method + " of row " + row);
        }
    }

    @Test
    void joinsEveryTradeWithTheQuoteBeforeItsMillisecond() {
        classify(TradeClassifier.of(Method.LEE_READY));
        for (int row = 0; row < labels.size(); row++) {
            assertEquals(SampleTicks.price(labels.get(row)[BID]), rows.bid(row), "bid of row " + row);
            assertEquals(SampleTicks.price(labels.get(row)[ASK]), rows.ask(row), "ask of row " + row);
        }
    }

    @Test
    void differsFromTheLabelsInCrossedMarketsOnlyByDefault() {
        classify(TradeClassifier.of(Method.LEE_READY));
        int crossed = 0;
        for (int row = 0; row < labels.size(); row++) {
            boolean isCrossed = rows.bid(row) > rows.ask(row);
            int expected = isCrossed ? 0 : Integer.parseInt(labels.get(row)[LEE_READY]);
            assertEquals(expected, rows.side(row), "row " + row);
            assertEquals(isCrossed, rows.rule(row) == Rule.CROSSED, "row " + row);
            crossed += isCrossed ? 1 : 0;
        }
        assertEquals(72, crossed);
    }

    @Test
    void wouldMisplaceMidpointTradesInDoubles() {
        classify(TradeClassifier.of(Method.QUOTE));
        int misplaced = 0;
        for (int row = 0; row < labels.size(); row++) {
            double midpoint = (rows.bid(row) / 1e6 + rows.ask(row) / 1e6) / 2;
            int side = (int) Math.signum(trades.price[row] / 1e6 - midpoint);
            misplaced += rows.rule(row) == Rule.MIDPOINT && side != 0 ? 1 : 0;
        }
        assertTrue(misplaced > 0, "the sample holds no trade that doubles misplace");
    }

    private void classify(TradeClassifier classifier) {
        rows.reserve(trades.capacity());
        classifier.classify(trades, 0, trades.capacity(), quotes, 0, quotes.capacity(), new Carry(), rows);
    }
}
