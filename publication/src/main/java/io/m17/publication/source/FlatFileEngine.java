package io.m17.publication.source;

import io.m17.ledger.engine.Engine;
import io.m17.ledger.engine.EngineContext;
import io.m17.ledger.engine.EngineHealth;
import io.m17.ledger.engine.EngineLoop;
import io.m17.ledger.engine.PriorityHook;
import java.time.Duration;
import java.util.List;

/// An engine that fills one source column from the vendor's flat files. A damaged file fills what is whole before the
/// damage; the rest stays empty with a reason until the file is replaced.
public final class FlatFileEngine implements Engine {
    private final SourceKind<?> kind;
    private final SourceFiles files;
    private final Duration watchInterval;
    private final EngineLoop loop;

    /// @param watchInterval how often the directory is looked at when nothing else happens
    public FlatFileEngine(SourceKind<?> kind, SourceFiles files, Duration watchInterval) {
        this.kind = kind;
        this.files = files;
        this.watchInterval = watchInterval;
        this.loop = new EngineLoop(kind.name());
    }

    @Override
    public String name() {
        return kind.name();
    }

    @Override
    public void start(EngineContext context) {
        SourceLoader<?> loader = new SourceLoader<>(kind, files, context, loop::stopping);
        loop.start(loader::turn, context.ledger().changes(), watchInterval);
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
        return List.of(new PriorityHook(
                kind.column(), "Reads the files of the sessions in scope again for windows that were cleared."));
    }
}
