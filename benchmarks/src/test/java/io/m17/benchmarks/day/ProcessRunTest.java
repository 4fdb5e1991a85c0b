package io.m17.benchmarks.day;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcessRunTest {
    @Test
    void hasWhatAProcessTookAndSaid() throws Exception {
        ProcessRun run = run("i=0; while [ $i -lt 300000 ]; do i=$((i + 1)); done; echo $WORD; sleep 0.2");
        assertEquals(0, run.exitValue());
        assertEquals("counted\n", run.output());
        assertTrue(run.seconds() > 0.2, () -> "seconds " + run.seconds());
        assertTrue(run.processorSeconds() > 0, () -> "processor " + run.processorSeconds());
        assertTrue(run.peakBytes() >= run.ownPeakBytes() && run.ownPeakBytes() > 0, () -> "peak " + run.peakBytes());
    }

    @Test
    void saysWhyAProcessFailed() throws Exception {
        ProcessRun run = run("echo first >&2; echo the last >&2; exit 3");
        assertEquals(3, run.exitValue());
        assertEquals("the last", run.lastWords());
        IOException failure = assertThrows(IOException.class, run::expectDone);
        assertTrue(String.valueOf(failure.getMessage()).contains("exit=3, last=the last"));
    }

    private static ProcessRun run(String script) throws IOException, InterruptedException {
        return ProcessRun.of(List.of("/bin/sh", "-c", script), Map.of("WORD", "counted"));
    }
}
