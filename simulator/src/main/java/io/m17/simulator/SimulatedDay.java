package io.m17.simulator;

import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What [MarketSimulator#write] wrote.
///
/// @param root the directory given, which is a flat-file root in the vendor's layout
/// @param files the vendor files, without option files when there are no chains
/// @param treasury the yearly curve files in `root/treasury`
/// @param truth `truth.json`: counts a column, parameters, golden values
/// @param truthTrades the side of every trade
/// @param truthGreeks the model values of every contract and minute, empty of rows when there are no chains
public record SimulatedDay(
        SimulationConfig config,
        Path root,
        Map<Dataset, SimulatedFile> files,
        List<Path> treasury,
        Path truth,
        SimulatedFile truthTrades,
        SimulatedFile truthGreeks) {
    public SimulatedDay {
        files = Collections.unmodifiableMap(new EnumMap<>(files));
        treasury = List.copyOf(treasury);
    }

    /// One vendor file.
    ///
    /// @throws IllegalArgumentException when the day has none of this kind, which is so of options without chains
    public SimulatedFile file(Dataset dataset) {
        SimulatedFile file = files.get(dataset);
        if (file == null) {
            throw new IllegalArgumentException("the simulated day has no such file [dataset=" + dataset + "]");
        }
        return file;
    }
}
