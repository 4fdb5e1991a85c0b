package io.m17.benchmarks.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ClassificationBenchmarkTest {
    @Test
    void agreesWithDuckDbOnEverySide() throws Exception {
        ClassificationBenchmark.Result result = ClassificationBenchmark.measure(5_000);
        assertEquals(0, result.differing());
        assertTrue(result.classifyMs() > 0 && result.peerMs() > 0);
    }
}
