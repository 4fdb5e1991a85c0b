package io.m17.nbbo;

import static io.m17.nbbo.LedgerDay.at;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.SlotStatus;
import io.m17.market.column.Column;
import io.m17.market.trade.TradeBounds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which windows are derived, and derived again. A trade stands at second 20 of each of the first ten minutes, quotes
/// at 0, 30 and 50: the trade's horizon falls between the first and the second of a later minute.
final class AggressorWorkerTest {
    private static final AggressorPolicy POLICY = AggressorPolicy.DEFAULT;
    private static final int MINUTES = 10;
    private static final int REPLACED = 3;

    @TempDir
    private Path directory;

    private LedgerDay day;

    @BeforeEach
    void open() {
        day = day(directory);
    }

    private static LedgerDay day(Path directory) {
        LedgerDay day = new LedgerDay(directory, "SPY");
        for (int minute = 0; minute < MINUTES; minute++) {
            day.trades.put(at(minute, 20), 100_060_000L);
            day.quotes.put(at(minute, 0), quote(minute));
            day.quotes.put(at(minute, 30), quote(minute + 1));
            day.quotes.put(at(minute, 50), quote(minute + 2));
        }
        day.publishTrades(0, MINUTES);
        return day;
    }

    @AfterEach
    void close() {
        day.close();
    }

    private static LedgerDay.Quote quote(int step) {
        return new LedgerDay.Quote(100_000_000L + 10_000L * step, 100_100_000L + 10_000L * step);
    }

    private static Set<Integer> minutes(int from, int to) {
        return IntStream.range(from, to).boxed().collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void measuresAgeAndSpreadsOfEachTrade() {
        day.publishQuotes(0, MINUTES);
        assertEquals(minutes(0, MINUTES), day.derive(POLICY));
        assertArrayEquals(new long[] {20_000_000_000L}, day.values(0, "quote_age"));
        assertArrayEquals(new long[] {20_000L}, day.values(0, "effective_spread"));
        // A buy at 100.06; five minutes on, the midpoint is 100.05 + 0.05.
        assertArrayEquals(new long[] {2 * (100_060_000L - 100_100_000L)}, day.values(0, "realised_spread"));
        assertEquals(Set.of(), day.derive(POLICY));
    }

    @Test
    void derivesAtOnceAndAgainWhenTheQuotesOfTheHorizonArrive() {
        day.publishQuotes(0, 5);
        assertEquals(minutes(0, 5), day.derive(POLICY));
        assertArrayEquals(new long[] {Column.NULL}, day.values(0, "realised_spread"));
        day.publishQuotes(5, 6);
        assertEquals(Set.of(0, 5), day.derive(POLICY));
        assertArrayEquals(new long[] {-80_000L}, day.values(0, "realised_spread"));
    }

    @Test
    void derivesTheWindowsAgainWhoseHorizonFallsOnAChangedQuoteAndNoOthers() {
        day.publishQuotes(0, MINUTES);
        day.derive(POLICY);
        long[] before = day.values(2, "realised_spread");
        day.quotes.put(at(7, 0), quote(0));
        day.publishQuotes(7, 8);
        assertEquals(Set.of(2, 7), day.derive(POLICY));
        assertNotEquals(before[0], day.values(2, "realised_spread")[0]);
        assertEquals(2, day.slot(2).version());
        assertEquals(Set.of(), day.derive(POLICY));
    }

    @Test
    void makesNoNewVersionOfTheSameContent() {
        day.publishQuotes(0, MINUTES);
        day.derive(POLICY);
        day.quotes.put(at(7, 40), quote(0));
        day.publishQuotes(7, 8);
        Slot before = day.slot(2);
        assertEquals(Set.of(2, 7), day.derive(POLICY));
        assertNotEquals(before.payloadId(), day.slot(2).payloadId());
        assertEquals(before.version(), day.slot(2).version());
        assertEquals(before.checksum(), day.slot(2).checksum());
    }

    @Test
    void dependsOnTwoQuoteWindowsWhenTheHorizonIsNoWholeMinute() {
        AggressorPolicy policy = horizon(Duration.ofSeconds(90));
        day.publishQuotes(0, MINUTES);
        day.derive(policy);
        day.quotes.put(at(7, 40), quote(0));
        day.publishQuotes(7, 8);
        assertEquals(Set.of(5, 6, 7), day.derive(policy));
    }

    @Test
    void leavesTheRealisedSpreadOpenFromTheHorizonBeforeTheCloseOn() {
        int last = day.session.minutes() - 1;
        day.trades.clear();
        day.trades.put(at(last - 5, 59.999), 100_060_000L);
        day.trades.put(at(last - 4, 0), 100_060_000L);
        day.publishTrades(0, last + 1);
        day.publishQuotes(0, last + 1);
        day.derive(POLICY);
        assertNotEquals(Column.NULL, day.values(last - 5, "realised_spread")[0]);
        assertArrayEquals(new long[] {Column.NULL}, day.values(last - 4, "realised_spread"));
    }

    @Test
    void derivesAgainOnlyWhatAChangedSettingConcerns() {
        day.publishQuotes(0, MINUTES);
        day.derive(POLICY);
        assertEquals(Set.of(), day.derive(POLICY.withMethods(Method.LEE_READY, Method.QUOTE)));
        assertEquals(minutes(0, 6), day.derive(horizon(Duration.ofMinutes(4))), "later ones have no quotes either way");
        assertEquals(minutes(0, MINUTES), day.derive(POLICY.withMethods(Method.CLNV, Method.GSU)));
    }

    @Test
    void doesNotLetAResultOfChangedTradesStand() {
        day.publishQuotes(0, MINUTES);
        day.derive(POLICY, () -> {
            day.trades.put(at(3, 25), 100_070_000L);
            day.publishTrades(3, 4);
        });
        assertEquals(1, day.values(3, "price").length, "what was read is what was published");
        assertTrue(day.derive(POLICY).contains(3));
        assertArrayEquals(new long[] {100_060_000L, 100_070_000L}, day.values(3, "price"));
        assertEquals(Set.of(), day.derive(POLICY));
    }

    @Test
    void doesNotLetAResultOfChangedQuotesStand() {
        day.publishQuotes(0, MINUTES);
        day.derive(POLICY, () -> {
            day.quotes.put(at(7, 0), quote(0));
            day.publishQuotes(7, 8);
        });
        assertEquals(Set.of(2, 7), day.derive(POLICY));
        assertArrayEquals(new long[] {100_000_000L}, day.values(7, "bid_price"));
        // A sale at 100.06 before a midpoint of 100.05.
        assertArrayEquals(new long[] {-20_000L}, day.values(2, "realised_spread"));
        assertEquals(Set.of(), day.derive(POLICY));
    }

    @Test
    void yieldsToWhoeverTookTheWindowMeanwhileAndDecidesAgain() {
        day.publishQuotes(0, MINUTES);
        day.derive(
                POLICY, () -> day.session.clearSlot(SlotColumn.AGGRESSOR, day.symbolId, 4, "a doubt", "operator", 1));
        assertEquals(SlotStatus.CLEARED, day.slot(4).status(), "the claim was lost, and its result not written");
        assertEquals(Set.of(4), day.derive(POLICY));
        assertArrayEquals(new long[] {100_060_000L}, day.values(4, "price"));
    }

    @Test
    void leavesOutATradeOutOfBounds() {
        day.trades.put(at(4, 20), -100_060_000L);
        day.trades.put(at(6, 20), 10_000_001_000_000L);
        day.publishTrades(4, 7);
        day.publishQuotes(0, MINUTES);
        day.derive(POLICY);
        assertArrayEquals(new long[] {Column.NULL}, day.values(4, "effective_spread"));
        assertArrayEquals(new long[] {Column.NULL}, day.values(6, "effective_spread"));
        assertArrayEquals(new long[] {-100_060_000L}, day.values(4, "price"));
        assertNotEquals(Column.NULL, day.values(5, "effective_spread")[0]);
    }

    @Test
    void derivesEverythingAgainWhenTheBoundsChange() {
        day.publishQuotes(0, MINUTES);
        day.derive(POLICY);
        AggressorPolicy tighter = new AggressorPolicy(
                Method.LEE_READY,
                Method.GSU,
                CrossedPolicy.UNKNOWN,
                POLICY.realisedSpreadHorizon(),
                TradeBounds.ofWhole(100, 1_000_000));
        assertEquals(minutes(0, MINUTES), day.derive(tighter));
        assertArrayEquals(new long[] {Column.NULL}, day.values(5, "effective_spread"));
    }

    /// A sale at 100.06, under a midpoint of 100.08, turns out to have been one at 100.12.
    private static void replaceTrade(LedgerDay day) {
        day.trades.put(at(REPLACED, 20), 100_120_000L);
        day.publishTrades(REPLACED, MINUTES);
    }

    /// What a ledger holds that never saw anything but the replaced trade.
    private static List<Integer> contentsOfReplaced(Path directory) {
        try (LedgerDay fresh = day(directory)) {
            fresh.publishQuotes(0, MINUTES);
            replaceTrade(fresh);
            fresh.derive(POLICY);
            return fresh.contents(MINUTES);
        }
    }

    @Test
    void endsWithTheSideOfATradeThatWasReplacedWhileItWasClassified(@TempDir Path other) {
        day.publishQuotes(0, MINUTES);
        day.derive(POLICY, () -> replaceTrade(day));
        assertEquals(List.of("SELL"), day.sides(REPLACED), "what was read is what was published");
        int before = day.slot(REPLACED).version();

        assertEquals(minutes(REPLACED, MINUTES), day.derive(POLICY), "what the tick rule remembers changes too");
        assertEquals(List.of("BUY"), day.sides(REPLACED));
        assertEquals(before + 1, day.slot(REPLACED).version());
        assertEquals(contentsOfReplaced(other), day.contents(MINUTES));
        assertEquals(Set.of(), day.derive(POLICY));
    }

    @Test
    void neverWritesAnOlderResultOverANewerOne(@TempDir Path other) {
        day.publishQuotes(0, MINUTES);
        List<Slot> newer = new ArrayList<>();
        day.derive(POLICY, () -> {
            day.session.clearSlot(SlotColumn.AGGRESSOR, day.symbolId, REPLACED, "a doubt", "operator", 1);
            replaceTrade(day);
            assertEquals(Set.of(REPLACED), day.derive(POLICY), "the other minutes are claimed");
            newer.add(day.slot(REPLACED));
        });
        assertEquals(newer, List.of(day.slot(REPLACED)));
        assertEquals(List.of("BUY"), day.sides(REPLACED));
        day.derive(POLICY);
        assertEquals(contentsOfReplaced(other), day.contents(MINUTES));
    }

    @Test
    void leavesAClaimedWindowToItsHolder() {
        day.publishQuotes(0, MINUTES);
        assertEquals(minutes(0, MINUTES), day.derive(POLICY, () -> assertEquals(Set.of(), day.derive(POLICY))));
        assertEquals(Set.of(), day.derive(POLICY));
    }

    private static AggressorPolicy horizon(Duration horizon) {
        return new AggressorPolicy(Method.LEE_READY, Method.GSU, CrossedPolicy.UNKNOWN, horizon, TradeBounds.DEFAULT);
    }
}
