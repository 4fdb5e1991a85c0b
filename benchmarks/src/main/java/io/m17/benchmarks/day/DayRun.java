package io.m17.benchmarks.day;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A day that m17 filled into an empty state directory and verified, in one process.
///
/// @param process what it took, its start included
/// @param faults what is not as it must be; empty when the day is complete and sound
record DayRun(ProcessRun process, List<String> faults) {
    private static final int INCOMPLETE = 1;

    static DayRun of(M17Command m17, VendorDay day, Path state, int heapMib, Completeness completeness)
            throws IOException, InterruptedException {
        ProcessRun process = m17.fillAndVerify(day, state, heapMib);
        if (process.exitValue() > INCOMPLETE) {
            String failure = "run ended with exit " + process.exitValue() + ": " + process.lastWords();
            return new DayRun(process, List.of(failure));
        }
        List<String> faults = new ArrayList<>(completeness.faults(Coverage.parse(m17.status(state))));
        if (process.output().lines().noneMatch(line -> line.startsWith("sound ["))) {
            faults.add("the state is not sound: " + process.lastWords());
        }
        return new DayRun(process, List.copyOf(faults));
    }
}
