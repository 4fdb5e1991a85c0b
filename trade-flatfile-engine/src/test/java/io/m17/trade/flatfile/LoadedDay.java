package io.m17.trade.flatfile;

import io.m17.ledger.ExpectedColumns;
import io.m17.ledger.Ledger;
import io.m17.ledger.LedgerOptions;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.check.LedgerDigest;
import io.m17.ledger.engine.ComputePool;
import io.m17.ledger.engine.EngineContext;
import io.m17.ledger.engine.Progress;
import io.m17.ledger.session.SessionLedger;
import io.m17.market.flatfile.FlatFileStore;
import io.m17.market.trade.TradeBounds;
import io.m17.market.trade.TradeColumns;
import io.m17.publication.source.SourceFiles;
import io.m17.publication.source.SourceLoader;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A ledger that is filled from the trade files of one session, turn after turn, at a time that the test sets.
final class LoadedDay implements AutoCloseable {
    static final LocalDate DATE = LocalDate.of(2025, 6, 2);
    static final int MINUTES = 390;

    private final Ledger ledger;
    private final ComputePool compute = new ComputePool(2);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final SourceLoader<TradeColumns> loader;
    private Instant now = Instant.parse("2025-06-03T16:00:00Z");

    LoadedDay(Path state, FlatFileStore store, int partRows, int rowsInMemory) {
        ledger = Ledger.open(
                new LedgerOptions(state, 100, 1 << 16, new ExpectedColumns(Set.of())),
                Duration.between(Instant.EPOCH, now).toNanos());
        EngineContext context =
                new EngineContext(ledger, () -> List.of(DATE), compute, () -> now, meters, Progress.NONE);
        SourceFiles files = new SourceFiles(
                Optional.of(store),
                partRows,
                rowsInMemory,
                Duration.ofSeconds(60).toNanos(),
                TradeBounds.DEFAULT);
        loader = new SourceLoader<>(new TradeFiles(), files, context, () -> false);
    }

    /// One turn; whether anything was done.
    boolean turn() throws Exception {
        return loader.turn();
    }

    /// Turns until there is nothing left to do.
    void turnToEnd() throws Exception {
        int turns = 0;
        while (turn()) {
            if (++turns > 20) {
                throw new IllegalStateException("the loader finds no end");
            }
        }
    }

    void wait(Duration time) {
        now = now.plus(time);
    }

    SessionLedger session() {
        return ledger.session(DATE);
    }

    int symbolId(String symbol) {
        return ledger.resolveSymbol(symbol);
    }

    Slot slot(String symbol, int minute) {
        return session().slot(SlotColumn.TRADE, symbolId(symbol), minute);
    }

    int rows(String symbol, int minute) {
        return session().payload(slot(symbol, minute)).origin().rowCount();
    }

    void clear(String symbol, int minute) {
        long nowNs = Duration.between(Instant.EPOCH, now).toNanos();
        if (!session()
                .clearSlot(SlotColumn.TRADE, symbolId(symbol), minute, "by hand", "tester", nowNs)
                .written()) {
            throw new IllegalStateException("the window was not cleared [minute=" + minute + "]");
        }
    }

    String digest() {
        return LedgerDigest.of(session()).toString();
    }

    double counted(String meter) {
        return meters.get(meter).counter().count();
    }

    Path scratch() {
        return ledger.layout().scratch("trade-flatfile");
    }

    @Override
    public void close() {
        compute.close();
        ledger.close();
    }
}
