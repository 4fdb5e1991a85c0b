package io.m17.benchmarks.day;

import io.m17.benchmarks.Median;

/// Medians of what some runs took. Confined to one thread while runs are added.
public final class Taken {
    private final Median seconds = new Median();
    private final Median processorSeconds = new Median();
    private final Median peakBytes = new Median();
    private final Median ownPeakBytes = new Median();

    void add(ProcessRun run) {
        seconds.add(run.seconds());
        processorSeconds.add(run.processorSeconds());
        peakBytes.add((double) run.peakBytes());
        ownPeakBytes.add((double) run.ownPeakBytes());
    }

    /// From the start of a process to its end.
    public double seconds() {
        return seconds.value();
    }

    /// User and system time of all threads.
    public double processorSeconds() {
        return processorSeconds.value();
    }

    /// Resident memory at its highest, mapped files included.
    public double peakBytes() {
        return peakBytes.value();
    }

    /// The same without pages of files, which the kernel can take back.
    public double ownPeakBytes() {
        return ownPeakBytes.value();
    }
}
