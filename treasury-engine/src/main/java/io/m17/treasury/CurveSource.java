package io.m17.treasury;

/// Where published curves come from. Confined to the engine's loop.
interface CurveSource extends AutoCloseable {
    /// Gives what may be new or revised since the last look to the intake, and remembers it as seen once it was taken.
    ///
    /// @return how many curves were new or revised
    int look(CurveIntake intake) throws Exception;

    @Override
    void close();
}
