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
    private final Reconciliation reconciliation;
    private final EngineLoop loop;

    private DerivedEngine(Derivation derivation, Reconciliation reconciliation) {
        this.derivation = derivation;
        this.reconciliation = reconciliation;
        this.loop = new EngineLoop(derivation.name());
    }

    /// An engine a derivation, in their order.
    public static List<Engine> of(Reconciliation reconciliation) {
        return reconciliation.derivations().stream()
                .<Engine>map(derivation -> new DerivedEngine(derivation, reconciliation))
                .toList();
    }

    @Override
    public String name() {
        return derivation.name();
    }

    @Override
    public void start(EngineContext context) {
        DerivedTurn turn = new DerivedTurn(derivation, reconciliation, context, loop::stopping);
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
