package io.m17.ledger;

import io.m17.journal.FailStopStorage;
import io.m17.journal.KillPoint;
import io.m17.ledger.audit.AuditLog;
import io.m17.ledger.durability.CommitPolicy;
import io.m17.ledger.durability.GroupCommit;
import io.m17.ledger.durability.IntervalCommit;
import io.m17.ledger.durability.Watermark;
import io.m17.ledger.payload.RateMap;
import io.m17.ledger.session.SessionLedger;
import io.m17.ledger.symbol.SymbolMap;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Makes a whole ledger durable, one commit after the other, and keeps its watermark.
///
/// A commit reads the clock, forces what all sessions share, then of each session the logs and after them the
/// slots; when all of it is on the disk it stores the watermark in every session whose slots had changed. So the
/// latest mark of any session holds for all of them. Thread-safe.
final class Commits implements AutoCloseable {
    private final LedgerOptions options;
    private final FailStopStorage storage;
    private final SymbolMap symbols;
    private final RateMap rates;
    private final AuditLog audit;
    private final Collection<SessionLedger> open;
    private final GroupCommit group = new GroupCommit(this::run);
    private final ReentrantLock files = new ReentrantLock();
    private final AtomicBoolean closed = new AtomicBoolean();
    private @Nullable IntervalCommit interval;
    private volatile Watermark watermark = Watermark.NONE;

    /// @param open the sessions that are mapped, as they come and go
    Commits(
            LedgerOptions options,
            FailStopStorage storage,
            SymbolMap symbols,
            RateMap rates,
            AuditLog audit,
            Collection<SessionLedger> open) {
        this.options = options;
        this.storage = storage;
        this.symbols = symbols;
        this.rates = rates;
        this.audit = audit;
        this.open = open;
    }

    /// Begins as the policy says.
    ///
    /// @param found the watermark that stands on the disk
    void start(Watermark found) {
        watermark = found;
        if (options.commits() instanceof CommitPolicy.EveryInterval every) {
            interval = IntervalCommit.start(group, every.interval());
        }
    }

    /// Returns when everything that was acknowledged before the call is durable.
    void commit() throws IOException {
        group.await();
    }

    /// Returns when what was written before the call may be acknowledged.
    void acknowledge() {
        switch (options.commits()) {
            case CommitPolicy.OnRequest onRequest -> {}
            case CommitPolicy.EveryInterval every -> {}
            case CommitPolicy.EachBatch each -> {
                try {
                    commit();
                } catch (IOException e) {
                    throw failed(e);
                }
            }
        }
    }

    Watermark watermark() {
        return watermark;
    }

    /// What made the first force or commit fail, if one did.
    Optional<Throwable> failure() {
        return storage.failure().map(Throwable.class::cast).or(group::failure);
    }

    void requireDurable() {
        failure().ifPresent(cause -> {
            throw failed(cause);
        });
    }

    private LedgerException failed(Throwable cause) {
        return new LedgerException(
                "the disk does not take what was written [state_dir=" + options.stateDir() + ", error="
                        + cause.getMessage() + "]; look at the disk, then start again",
                cause);
    }

    /// Does what no commit may run beside: it takes files away.
    void exclusively(Runnable work) {
        files.lock();
        try {
            work.run();
        } finally {
            files.unlock();
        }
    }

    private void run() throws IOException {
        files.lock();
        try {
            storage.requireSound();
            force(now());
        } finally {
            files.unlock();
        }
    }

    private void force(long beganNs) throws IOException {
        symbols.force();
        rates.force();
        audit.force();
        List<SessionLedger> changed = new ArrayList<>();
        for (SessionLedger session : open) {
            if (session.forceChanges()) {
                changed.add(session);
            }
        }
        KillPoint.LEDGER_FORCED.reached();
        Watermark reached = changed.isEmpty() ? watermark.quietUntil(beganNs) : watermark.next(beganNs);
        for (SessionLedger session : changed) {
            session.mark(reached);
            KillPoint.WATERMARK_STORED.reached();
        }
        watermark = reached;
    }

    private long now() {
        Instant now = options.clock().instant();
        return Math.addExact(Math.multiplyExact(now.getEpochSecond(), 1_000_000_000L), now.getNano());
    }

    /// Ends the commits at intervals, and commits once more; the second time does nothing.
    @Override
    public void close() throws IOException {
        if (closed.getAndSet(true)) {
            return;
        }
        IntervalCommit running = interval;
        if (running != null) {
            running.close();
        }
        commit();
    }
}
