package io.m17.simulator;

/// Told how far a simulation is, on the calling thread.
@FunctionalInterface
public interface SimulationProgress {
    /// Hears nothing.
    SimulationProgress NONE = (symbol, done, total) -> {};

    /// An instrument was written.
    ///
    /// @param symbol the instrument, `SPY` or `O:SPY`
    /// @param done instruments written so far
    /// @param total instruments of the day
    void wrote(String symbol, int done, int total);
}
