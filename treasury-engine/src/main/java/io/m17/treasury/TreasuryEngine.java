package io.m17.treasury;

import io.m17.ledger.SlotColumn;
import io.m17.ledger.engine.Engine;
import io.m17.ledger.engine.EngineContext;
import io.m17.ledger.engine.EngineHealth;
import io.m17.ledger.engine.EngineLoop;
import io.m17.ledger.engine.PriorityHook;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Fills `rf_rate_ref` of every instrument that carries a rate: each window takes the last curve published at or before
/// its start, carried forward until the next one.
///
/// Inputs: curve files in the Treasury's CSV. Outputs: one payload a curve in `rf_rate.map`, the slots. A file that
/// cannot be read is named in the log and looked at again when it changes; a window before the first curve is left
/// empty with that reason. A revised curve is the next version, and the windows that had the old one take it.
public final class TreasuryEngine implements Engine {
    private static final String NAME = "treasury";

    private final Optional<Path> directory;
    private final Duration watchInterval;
    private final EngineLoop loop = new EngineLoop(NAME);

    private TreasuryEngine(Optional<Path> directory, Duration watchInterval) {
        this.directory = directory;
        this.watchInterval = watchInterval;
    }

    /// @param directory of the curve files, if there is one
    /// @param watchInterval how often the directory is looked at when nothing else happens
    public static Engine create(Optional<Path> directory, Duration watchInterval) {
        return new TreasuryEngine(directory, watchInterval);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start(EngineContext context) {
        CurveFiles files = new CurveFiles(directory, context.ledger().rates());
        RateTurn turn = new RateTurn(files, context, loop::stopping);
        loop.start(turn::run, context.ledger().changes(), watchInterval);
    }

    @Override
    public void stop() {
        loop.stop();
    }

    @Override
    public EngineHealth health() {
        return loop.health();
    }

    @Override
    public List<PriorityHook> describePriorityHooks() {
        return List.of(
                new PriorityHook(SlotColumn.RF_RATE, "Fills cleared windows again from the curves that are known."));
    }
}
