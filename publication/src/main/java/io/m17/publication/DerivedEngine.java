package io.m17.publication;

import io.m17.ledger.SlotColumn;
import io.m17.ledger.engine.Engine;
import io.m17.ledger.engine.EngineContext;
import io.m17.ledger.engine.EngineHealth;
import io.m17.ledger.engine.EngineLoop;
import io.m17.ledger.engine.PriorityHook;
import java.time.Duration;
import java.util.List;

/// An engine that derives columns from others: it looks at the instruments whose inputs have changed, and publishes the
/// windows that are missing or stale.
public final class DerivedEngine implements Engine {
    private static final Duration IDLE_WAIT = Duration.ofSeconds(10);

    private final Derivation derivation;
    private final int partRows;
    private final EngineLoop loop;

    /// @param partRows how many rows make an artifact full
    public DerivedEngine(Derivation derivation, int partRows) {
        this.derivation = derivation;
        this.partRows = partRows;
        this.loop = new EngineLoop(derivation.name());
    }

    @Override
    public String name() {
        return derivation.name();
    }

    @Override
    public void start(EngineContext context) {
        DerivedTurn turn = new DerivedTurn(derivation, context, loop::stopping, partRows);
        loop.start(turn::run, context.ledger().changes(), IDLE_WAIT);
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
        return derivation.lineage().outputs().stream().map(DerivedEngine::hook).toList();
    }

    private static PriorityHook hook(SlotColumn column) {
        return new PriorityHook(column, "Derives the window again as soon as its inputs are there.");
    }
}
