package io.m17.benchmarks.day;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// What Linux counts of a process while it lives. Confined to one thread.
final class ProcessWatch {
    private static final long KIB = 1024;

    private final Process process;
    private final Path status;
    private Duration processor = Duration.ZERO;
    private long peakBytes;
    private long ownPeakBytes;

    ProcessWatch(Process process) {
        this.process = process;
        this.status = Path.of("/proc", Long.toString(process.pid()), "status");
    }

    /// Looks once more; does nothing when the process has ended.
    void look() {
        processor = process.info().totalCpuDuration().orElse(processor);
        try {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith("VmHWM:")) {
                    peakBytes = Math.max(peakBytes, bytes(line));
                } else if (line.startsWith("RssAnon:")) {
                    ownPeakBytes = Math.max(ownPeakBytes, bytes(line));
                }
            }
        } catch (IOException e) {
            // It has just ended; what was seen before counts.
            return;
        }
    }

    private static long bytes(String line) {
        return Long.parseLong(line.replaceAll("\\D", "")) * KIB;
    }

    /// User and system time of all threads.
    double processorSeconds() {
        return processor.toNanos() / 1e9;
    }

    /// Resident memory at its highest, mapped files included.
    long peakBytes() {
        return peakBytes;
    }

    /// The same without pages of files.
    long ownPeakBytes() {
        return ownPeakBytes;
    }
}
