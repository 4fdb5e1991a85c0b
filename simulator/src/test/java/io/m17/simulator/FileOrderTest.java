package io.m17.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.m17.simulator.pricing.RandomStream;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class FileOrderTest {
    @Property(tries = 200, seed = "17")
    void comesBackToTimeFromAnyShuffle(
            @ForAll @IntRange(max = 300) int size,
            @ForAll @DoubleRange(max = 1) @Scale(6) double share,
            @ForAll long seed) {
        int[] order = FileOrder.shuffle(RandomStream.of(seed, "shuffle"), size, share);
        int[] byTime = FileOrder.byTime(order, row -> row / 3, row -> row);
        int[] expected = new int[size];
        Arrays.setAll(expected, i -> i);
        assertArrayEquals(expected, byTime);
    }

    @Test
    void leavesRowsAloneWhenNoneIsOutOfOrder() {
        int[] order = FileOrder.shuffle(RandomStream.of(1, "shuffle"), 3, 0);
        assertArrayEquals(new int[] {0, 1, 2}, order);
    }

    @Test
    void keepsFileOrderOfEqualKeys() {
        int[] byTime = FileOrder.byTime(new int[] {2, 0, 1}, row -> 5, row -> 0);
        assertArrayEquals(new int[] {2, 0, 1}, byTime);
    }

    @Test
    void movesAboutTheShareAskedFor() {
        int[] order = FileOrder.shuffle(RandomStream.of(17, "shuffle"), 100_000, 0.1);
        int moved = 0;
        for (int i = 0; i < order.length; i++) {
            moved += order[i] == i ? 0 : 1;
        }
        assertEquals(20_000, moved, 2_000);
    }
}
