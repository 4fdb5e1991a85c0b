package io.m17.simulator;

import java.io.IOException;
import java.nio.file.Path;

/// Writes a synthetic trading day with known truth as the vendor's files.
public final class MarketSimulator {
    private MarketSimulator() {}

    /// Writes `us_stocks_sip/…`, `us_options_opra/…` (when there are chains), `treasury/…` and `truth/<date>/…`
    /// below `out`.
    ///
    /// Several days of one seed may share a directory. Files appear under their names only when complete, the truth
    /// last. Memory is bounded by the rows of the largest ticker; the same configuration gives the same bytes.
    ///
    /// @throws java.nio.file.FileAlreadyExistsException when the day, or a curve file of another seed, stands
    /// there: nothing is replaced
    /// @throws IOException when a file cannot be written; unfinished files are removed
    public static SimulatedDay write(SimulationConfig config, Path out, SimulationProgress progress)
            throws IOException {
        try (DayFiles files = DayFiles.create(config, out)) {
            return new DaySimulation(config, files, progress).run();
        }
    }
}
