package io.m17.benchmarks.day;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A day that m17 filled into an empty state directory and verified, in two processes.
///
/// @param fillSeconds of `m17 run`, its start included
/// @param verifySeconds of `m17 verify`, its start included; 0 when nothing was there to verify
/// @param processorSeconds of both
/// @param peakBytes of the run, mapped files included
/// @param ownPeakBytes of the run, without them
/// @param faults what is not as it must be; empty when the day is complete and sound
record DayRun(
        double fillSeconds,
        double verifySeconds,
        double processorSeconds,
        long peakBytes,
        long ownPeakBytes,
        List<String> faults) {
    private static final int INCOMPLETE = 1;

    static DayRun of(M17Command m17, VendorDay day, Path state, int heapMib, Completeness completeness)
            throws IOException, InterruptedException {
        ProcessRun filling = m17.fill(day, state, heapMib);
        if (filling.exitValue() > INCOMPLETE) {
            return of(
                    filling, 0, 0, List.of("run ended with exit " + filling.exitValue() + ": " + filling.lastWords()));
        }
        ProcessRun verifying = m17.verify(state);
        List<String> faults = new ArrayList<>(completeness.faults(Coverage.parse(m17.status(state))));
        if (verifying.exitValue() != 0) {
            faults.add("verify ended with exit " + verifying.exitValue() + ": " + verifying.lastWords());
        }
        return of(filling, verifying.seconds(), verifying.processorSeconds(), faults);
    }

    private static DayRun of(
            ProcessRun filling, double verifySeconds, double verifyProcessorSeconds, List<String> faults) {
        return new DayRun(
                filling.seconds(),
                verifySeconds,
                filling.processorSeconds() + verifyProcessorSeconds,
                filling.peakBytes(),
                filling.ownPeakBytes(),
                List.copyOf(faults));
    }

    /// From the start of the first process to the end of the second.
    double seconds() {
        return fillSeconds + verifySeconds;
    }
}
