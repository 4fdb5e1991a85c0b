package io.m17.publication;

import io.m17.ledger.Reason;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.engine.EngineContext;
import io.m17.ledger.payload.PayloadSource;
import io.m17.ledger.session.SessionLedger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/// One round of a derived engine: the instruments that have something new are shared out among the compute threads,
/// each of which fills parts of its own. An instrument is reconciled once its windows are published. Confined to
/// the engine's loop but for the workers that it forks.
final class DerivedTurn {
    private record Reconciled(int symbolId, long due) {}

    private final Derivation derivation;
    private final Reconciliation reconciliation;
    private final EngineContext context;
    private final BooleanSupplier stopping;
    private final Publication publication;

    DerivedTurn(Derivation derivation, Reconciliation reconciliation, EngineContext context, BooleanSupplier stopping) {
        this.derivation = derivation;
        this.reconciliation = reconciliation;
        this.context = context;
        this.stopping = stopping;
        this.publication = new Publication(
                context.ledger(),
                column(),
                derivation.schema(),
                PayloadSource.DERIVED,
                "derived",
                context::nowNs,
                context.meters());
    }

    /// Works through the sessions in scope that the ledger has; returns whether anything was done.
    boolean run() throws Exception {
        boolean progress = false;
        List<LocalDate> known = context.ledger().sessions();
        for (LocalDate date : context.scope().sessions()) {
            if (known.contains(date) && !stopping.getAsBoolean()) {
                progress |= run(context.ledger().session(date));
            }
        }
        return progress;
    }

    private boolean run(SessionLedger session) throws Exception {
        Lineage lineage = derivation.lineage();
        int[] waiting = session.listed()
                .filter(symbolId -> session.expects(symbolId, column()))
                .filter(symbolId -> !reconciliation.isDone(lineage, session, symbolId))
                .filter(symbolId -> reconciliation.inputsDone(lineage, session, symbolId))
                .toArray();
        if (waiting.length == 0) {
            return false;
        }
        return context.compute().call(() -> share(session, waiting));
    }

    private boolean share(SessionLedger session, int[] waiting) throws Exception {
        AtomicInteger next = new AtomicInteger();
        AtomicBoolean progress = new AtomicBoolean();
        List<Callable<Boolean>> workers = new ArrayList<>();
        for (int i = 0; i < Math.min(context.compute().width(), waiting.length); i++) {
            workers.add(() -> work(session, waiting, next, progress));
        }
        context.compute().forkAll(workers);
        return progress.get();
    }

    private boolean work(SessionLedger session, int[] waiting, AtomicInteger next, AtomicBoolean progress) {
        List<Reconciled> done = new ArrayList<>();
        Publisher publisher = Publisher.derived(publication, session, derivation.partRows());
        try (ArtifactReaders readers = new ArtifactReaders(context.ledger(), session)) {
            Derivation.Worker worker = derivation.newWorker(session, readers, context.nowNs());
            for (int i = next.getAndIncrement(); i < waiting.length; i = next.getAndIncrement()) {
                if (stopping.getAsBoolean()) {
                    break;
                }
                long due = reconciliation.due(derivation.lineage(), session, waiting[i]);
                if (worker.derive(waiting[i], publisher)) {
                    progress.set(true);
                }
                done.add(new Reconciled(waiting[i], due));
                context.progress()
                        .at(derivation.name() + " " + session.session().date(), i + 1L, waiting.length);
                if (publisher.rows().size() >= publisher.partRows()) {
                    publish(session, publisher, done);
                }
            }
            publish(session, publisher, done);
            return true;
        } catch (RuntimeException | Error e) {
            publisher.abandon(Reason.ENGINE_ERROR);
            throw e;
        }
    }

    private void publish(SessionLedger session, Publisher publisher, List<Reconciled> done) {
        if (publisher.windows() > 0) {
            publisher.publish();
        }
        if (!done.isEmpty()) {
            done.forEach(symbol -> session.reconcile(column(), symbol.symbolId, symbol.due));
            done.clear();
            context.ledger().changes().announce(); // whoever derives from this column waits for it
        }
    }

    private SlotColumn column() {
        return derivation.lineage().outputs().getFirst();
    }
}
