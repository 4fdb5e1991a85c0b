package io.m17.benchmarks.day;

import io.m17.benchmarks.Progress;
import io.m17.benchmarks.Scratch;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// A day that is larger than the heap that m17 is given: what it took, and whether every row arrived.
public final class LargeDay {
    private static final long MIB = 1L << 20;

    /// What a JVM needs beside its heap: code, classes, threads, buffers of zlib and zstd, the collector's tables.
    private static final long BESIDE_HEAP_MIB = 512;

    /// What was measured.
    ///
    /// @param taken filled and verified
    /// @param boundBytes what the heap and the JVM around it may take
    /// @param faults what is not as it must be, of any run
    public record Result(Taken taken, long boundBytes, List<String> faults) {
        public Result {
            faults = List.copyOf(faults);
        }

        public boolean withinBound() {
            return taken.ownPeakBytes() <= boundBytes;
        }
    }

    private LargeDay() {}

    /// @param heapMib the heap that m17 is given, MiB
    public static Result measure(GeneratedDay day, Completeness completeness, int runs, int heapMib)
            throws IOException, InterruptedException, SQLException {
        M17Command m17 = M17Command.find();
        Path state = Scratch.fresh("large-state");
        Taken taken = new Taken();
        List<String> faults = new ArrayList<>();
        try {
            for (int run = 1; run <= runs; run++) {
                Scratch.delete(state);
                DayRun filled = DayRun.of(m17, day.files(), state, heapMib, completeness);
                taken.add(filled.process());
                faults.addAll(filled.faults().isEmpty() ? day.lost(state) : filled.faults());
                Progress.say("%s, run %d of %d: %.1f s, %d MiB of its own %s"
                        .formatted(
                                day.name(),
                                run,
                                runs,
                                filled.process().seconds(),
                                filled.process().ownPeakBytes() / MIB,
                                faults));
            }
        } finally {
            Scratch.delete(state);
        }
        return new Result(taken, (heapMib + BESIDE_HEAP_MIB) * MIB, faults);
    }
}
