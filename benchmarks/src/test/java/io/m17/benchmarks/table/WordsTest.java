package io.m17.benchmarks.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.m17.benchmarks.Median;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void printsThreeDigitsAndTheUnitThatFits() {
        assertEquals("20 ns", Words.time(20));
        assertEquals("217 ns", Words.time(217.3));
        assertEquals("3.42 ns", Words.time(3.4249));
        assertEquals("10.6 µs", Words.time(10_600));
        assertEquals("1 ms", Words.time(1_000_000));
        assertEquals("7,562 ms", Words.time(7_562_000_000L));
        assertEquals("0.5×", Words.ratio(0.5));
    }

    @Test
    void takesWhatMeasuringItselfAllocatesForNothing() {
        assertEquals("0", Words.bytes(0.07));
        assertEquals("200", Words.bytes(200.045));
    }

    @Test
    void takesTheMiddleOfTheRuns() {
        Median median = new Median();
        assertEquals(Double.NaN, median.value());
        median.add(9);
        median.add(1);
        assertEquals(5, median.value());
        median.add(2);
        assertEquals(2, median.value());
    }
}
