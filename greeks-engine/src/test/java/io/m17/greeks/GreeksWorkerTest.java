package io.m17.greeks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.SlotStatus;
import io.m17.market.treasury.RateCurve;
import java.nio.file.Path;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Inputs that change between the moment a worker reads them and the moment its results are published.
final class GreeksWorkerTest {
    /// The minute that every change is about.
    private static final int CHANGED = 3;

    private static final int NEW_BPS = 510;

    private enum Change {
        CALL_QUOTE {
            @Override
            void apply(ChainDay day) {
                day.quoteCall(CHANGED, 11_200_000L, 11_400_000L);
            }
        },
        UNDERLYING_QUOTE {
            @Override
            void apply(ChainDay day) {
                day.quoteUnderlying(CHANGED, 600_490_000L, 600_510_000L);
            }
        },
        CURVE {
            @Override
            void apply(ChainDay day) {
                day.publishCurve(NEW_BPS, CHANGED, CHANGED + 1);
            }
        };

        abstract void apply(ChainDay day);
    }

    @TempDir
    private Path directory;

    private ChainDay day;

    @BeforeEach
    void open() {
        day = new ChainDay(directory.resolve("day"));
    }

    @AfterEach
    void close() {
        day.close();
    }

    private static Set<Integer> allMinutes() {
        return IntStream.range(0, ChainDay.MINUTES).boxed().collect(Collectors.toCollection(TreeSet::new));
    }

    /// What a ledger holds that never saw anything but the changed input.
    private List<Integer> contentsOf(Change change) {
        try (ChainDay fresh = new ChainDay(directory.resolve("fresh"))) {
            change.apply(fresh);
            fresh.derive();
            return fresh.contents();
        }
    }

    @Test
    void derivesEveryMinuteOnce() {
        assertEquals(allMinutes(), day.derive());
        assertEquals("", day.rows(CHANGED, "reason").texts("reason").get(0));
        assertEquals(Set.of(), day.derive());
        assertEquals(Set.of(), day.stale());
    }

    @ParameterizedTest
    @EnumSource
    void endsWithTheResultOfAnInputThatChangedWhileItWorked(Change change) {
        assertEquals(allMinutes(), day.derive(() -> change.apply(day)));
        int before = day.slot(CHANGED).checksum();
        assertEquals(Set.of(CHANGED), day.stale(), "filled with what was read, under its digest");

        assertEquals(Set.of(CHANGED), day.derive());
        assertNotEquals(before, day.slot(CHANGED).checksum());
        assertEquals(contentsOf(change), day.contents());
        assertEquals(2, day.slot(CHANGED).version());
        assertEquals(Set.of(), day.derive());
        assertEquals(Set.of(), day.stale());
    }

    /// The same for a window that already has a result.
    @ParameterizedTest
    @EnumSource
    void endsWithTheResultOfAnInputThatChangedWhileItWorkedOnAnotherChange(Change change) {
        day.derive();
        day.quoteCall(CHANGED, 10_900_000L, 11_100_000L);
        assertEquals(Set.of(CHANGED), day.derive(() -> {
            day.quoteCall(CHANGED, 10_500_000L, 10_700_000L);
            change.apply(day);
        }));
        assertEquals(Set.of(CHANGED), day.derive());
        assertEquals(contentsOf(change), day.contents());
        assertEquals(3, day.slot(CHANGED).version());
        assertEquals(Set.of(), day.derive());
    }

    @ParameterizedTest
    @EnumSource
    void neverWritesAnOlderResultOverANewerOne(Change change) {
        List<Slot> newer = new ArrayList<>();
        day.derive(() -> {
            day.clear(SlotColumn.GREEKS, CHANGED);
            change.apply(day);
            assertEquals(Set.of(CHANGED), day.derive(), "the other minutes are claimed");
            newer.add(day.slot(CHANGED));
        });
        assertEquals(newer, List.of(day.slot(CHANGED)));
        assertEquals(contentsOf(change), day.contents());
        assertEquals(Set.of(), day.derive());
    }

    @Test
    void recordsTheVersionOfTheCurveThatItUsed() {
        day.derive(() -> Change.CURVE.apply(day));
        assertEquals(1, day.payload(CHANGED).greeksVersion());
        assertEquals(RateCurve.continuous(430), rate(CHANGED));

        day.derive();
        Slot curve = day.session.slot(SlotColumn.RF_RATE, day.chainId, CHANGED);
        assertEquals(2, curve.version());
        assertEquals(2, day.payload(CHANGED).greeksVersion());
        assertEquals(curve.payloadId(), day.payload(CHANGED).rfRatePayloadId());
        assertEquals(RateCurve.continuous(NEW_BPS), rate(CHANGED));
        assertEquals(1, day.payload(CHANGED - 1).greeksVersion(), "of another window's curve");
    }

    private double rate(int minute) {
        return day.rows(minute, "rate").doubles("rate").get(0);
    }

    @Test
    void leavesAClaimedWindowToItsHolder() {
        assertEquals(allMinutes(), day.derive(() -> assertEquals(Set.of(), day.derive())));
        assertEquals(Set.of(), day.derive());
    }

    @Test
    void yieldsToWhoeverTookTheWindowMeanwhileAndDecidesAgain() {
        day.derive(() -> day.clear(SlotColumn.GREEKS, CHANGED));
        assertEquals(SlotStatus.CLEARED, day.slot(CHANGED).status(), "the claim was lost, and its result not written");
        assertEquals(Set.of(CHANGED), day.derive());
        assertEquals(Set.of(), day.stale());
    }

    @Test
    void namesAResultWhoseInputWasTakenAwayMeanwhileAndWaitsForIt() {
        int last = ChainDay.MINUTES - 1;
        day.derive(() -> day.clear(SlotColumn.QUOTE, last));
        assertEquals(Set.of(last), day.stale());
        assertEquals(Set.of(), day.derive());

        day.quoteCall(last, 10_500_000L, 10_700_000L);
        assertEquals(Set.of(), day.stale(), "the same quotes came back");
        day.quoteCall(last, 11_200_000L, 11_400_000L);
        assertEquals(Set.of(last), day.derive());
    }
}
