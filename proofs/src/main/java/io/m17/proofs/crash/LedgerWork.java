package io.m17.proofs.crash;

import io.m17.ledger.Ledger;
import io.m17.ledger.LedgerOptions;
import io.m17.ledger.PayloadMeta;
import io.m17.ledger.PayloadType;
import io.m17.ledger.Reason;
import io.m17.ledger.SetResult;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.SlotStatus;
import io.m17.ledger.audit.AuditAction;
import io.m17.ledger.payload.RateMap;
import io.m17.ledger.session.Claim;
import io.m17.ledger.session.SessionLedger;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Works on a ledger at random: symbols, curves, artifacts, records, claims, fills, clears, forces, clean restarts.
/// Single-threaded.
final class LedgerWork implements AutoCloseable {
    private static final List<PayloadType> MAPS = List.of(
            PayloadType.TRADE, PayloadType.QUOTE, PayloadType.AGGRESSOR, PayloadType.GREEKS, PayloadType.AGGREGATE);

    private static final int ACKNOWLEDGED_EVERY = 8;

    private final LedgerOptions options;
    private final Commitment commitment;
    private final Random random;
    private final Witness witness;
    private Ledger ledger;
    private @Nullable PartPublication parts;
    private SessionLedger session;

    private LedgerWork(LedgerOptions options, Commitment commitment, Random random, Witness witness, Ledger ledger) {
        this.options = options;
        this.commitment = commitment;
        this.random = random;
        this.witness = witness;
        this.ledger = ledger;
        this.session = anySession();
    }

    static LedgerWork open(CrashSite site, Commitment commitment, Ticks ticks, Random random, Witness witness) {
        LedgerOptions options = site.options(commitment.policy(), ticks);
        return new LedgerWork(options, commitment, random, witness, Ledger.open(options, Content.NOW_NS));
    }

    void step() throws IOException {
        int choice = random.nextInt(1000);
        if (choice < 550) {
            fill();
        } else if (choice < 650) {
            claimAndRelease();
        } else if (choice < 700) {
            clear();
        } else if (choice < 705) {
            retire();
        } else if (choice < 745) {
            curve();
        } else if (choice < 790) {
            artifact();
        } else if (choice < 820) {
            symbol();
        } else if (choice < 850) {
            reconcile();
        } else if (choice < 880) {
            note();
        } else if (choice < 890) {
            force();
        } else if (choice < 895) {
            reopen();
        } else if (choice < 900) {
            session = anySession();
        } else {
            fillAgain();
        }
    }

    void publish() {
        PartPublication publication = parts;
        if (publication == null) {
            publication = new PartPublication(ledger, witness);
            parts = publication;
        }
        publication.publish(random);
    }

    private LocalDate date() {
        return session.session().date();
    }

    /// One of the sessions that are there, or seldom a new one; lists what is filled in it.
    private SessionLedger anySession() {
        int there = (int)
                CrashSite.SESSIONS.stream().filter(ledger.sessions()::contains).count();
        boolean another = there == 0 || (there < CrashSite.SESSIONS.size() && random.nextInt(4) == 0);
        LocalDate date = CrashSite.SESSIONS.get(another ? there : random.nextInt(there));
        witness.begins(new Step.Opened(date));
        SessionLedger opened = ledger.session(date);
        witness.done();
        for (int id = 0; id < Content.FILLED_SYMBOLS; id++) {
            if (id >= ledger.symbols().count()) {
                resolve(id);
            }
            list(opened, id);
        }
        return opened;
    }

    private void resolve(int id) {
        witness.begins(new Step.Symbol(id));
        int given = ledger.resolveSymbol(Content.symbol(id));
        if (given != id) {
            throw new IllegalStateException("the symbol has another id [given=" + given + ", id=" + id + "]");
        }
        witness.done();
    }

    private void list(SessionLedger in, int id) {
        if (!in.listed(id) && !in.symbols().symbol(id).isEmpty()) {
            witness.begins(new Step.Listed(in.session().date(), id));
            in.list(id);
            witness.done();
        }
    }

    private void symbol() {
        int count = ledger.symbols().count();
        if (count < CrashSite.SYMBOL_CAP && random.nextBoolean()) {
            resolve(count);
        } else {
            list(session, random.nextInt(count));
        }
    }

    private void curve() {
        int id = ledger.rates().count() + 1;
        witness.begins(new Step.Curve(id));
        ledger.rates().append(Content.curve(id));
        witness.done();
        PayloadMeta meta = new PayloadMeta(
                PayloadType.RF_RATE,
                id,
                session.slot(SlotColumn.RF_RATE, 0, id % 90).version() + 1,
                RateMap.checksum(Content.curve(id)),
                Content.NOW_NS);
        put(SlotColumn.RF_RATE, 0, id % 90, meta);
    }

    private void artifact() {
        long id = session.artifacts().count() + 1;
        witness.begins(new Step.Artifact(date(), id));
        session.artifacts().append(Content.artifact(id));
        witness.done();
        if (random.nextBoolean()) {
            session.artifacts().force();
        }
    }

    private void fill() {
        PayloadType type = MAPS.get(random.nextInt(MAPS.size()));
        if (session.map(type).count() >= session.map(type).capacity()) {
            return;
        }
        int id = session.map(type).count() + 1;
        SlotColumn column = Content.column(type, id);
        int symbolId = Content.symbolId(type, id);
        int minute = Content.anyMinute(type, id);
        if (!session.listed(symbolId)) {
            list(session, symbolId);
            return;
        }
        int version = session.slot(column, symbolId, minute).version() + 1;
        int artifactId = Math.toIntExact(session.artifacts().count());
        witness.begins(new Step.Stored(date(), type, id, version));
        session.map(type).append(Content.payload(type, id, session.windowIndex(0), version, artifactId));
        witness.done();
        put(column, symbolId, minute, meta(type, id, version));
    }

    private static PayloadMeta meta(PayloadType type, int id, int version) {
        return new PayloadMeta(
                type, id, version, Content.checksum(type, id, version), Content.NOW_NS, Content.isShared(type, id));
    }

    /// Puts a record that some slot points at into that slot once more.
    private void fillAgain() {
        PayloadType type = MAPS.get(random.nextInt(MAPS.size()));
        int count = session.map(type).count();
        if (count == 0) {
            return;
        }
        int id = 1 + random.nextInt(count);
        SlotColumn column = Content.column(type, id);
        int symbolId = Content.symbolId(type, id);
        int minute = Content.anyMinute(type, id);
        if (session.listed(symbolId)) {
            Slot now = session.slot(column, symbolId, minute);
            if (now.filled() && now.payloadId() == id) {
                put(column, symbolId, minute, meta(type, id, now.version()));
            }
        }
    }

    private void put(SlotColumn column, int symbolId, int minute, PayloadMeta meta) {
        Slot now = session.slot(column, symbolId, minute);
        if (now.status() == SlotStatus.RETIRED || now.version() > meta.version()) {
            return;
        }
        Step.Cell before = new Step.Cell(now.status(), now.payloadId(), now.version());
        Step.Cell after = new Step.Cell(SlotStatus.FILLED, meta.payloadId(), meta.version());
        if (random.nextInt(3) == 0) {
            witness.begins(new Step.Slot(date(), column, symbolId, minute, after));
            require(set(column, symbolId, minute, meta, now.version()));
        } else {
            Claim claim = claim(column, symbolId, minute, before);
            witness.begins(new Step.Slot(date(), column, symbolId, minute, after));
            require(session.fill(claim, meta).written());
        }
        witness.done();
        acknowledge();
    }

    private boolean set(SlotColumn column, int symbolId, int minute, PayloadMeta meta, int version) {
        OptionalLong expected = OptionalLong.of(version);
        SetResult result = switch (column) {
            case RF_RATE -> session.setRfRateRef(symbolId, minute, meta, expected);
            case TRADE -> session.setTradeRef(symbolId, minute, meta, expected);
            case QUOTE -> session.setQuoteRef(symbolId, minute, meta, expected);
            case AGGRESSOR -> session.setAggressorRef(symbolId, minute, meta, expected);
            case GREEKS -> session.setGreeksRef(symbolId, minute, meta, expected);
            case AGGS_1M -> session.setAggs1mRef(symbolId, minute, meta, expected);
            case AGGS_5M -> session.setAggs5mRef(symbolId, minute, meta, expected);
            case AGGS_10M -> session.setAggs10mRef(symbolId, minute, meta, expected);
            case AGGS_30M -> session.setAggs30mRef(symbolId, minute, meta, expected);
            case AGGS_1H -> session.setAggs1hRef(symbolId, minute, meta, expected);
            case AGGS_4H -> session.setAggs4hRef(symbolId, minute, meta, expected);
        };
        return result.written();
    }

    private Claim claim(SlotColumn column, int symbolId, int minute, Step.Cell standing) {
        witness.begins(new Step.Slot(date(), column, symbolId, minute, standing));
        Optional<Claim> claim = session.markPending(column, symbolId, minute, Content.NOW_NS);
        witness.done();
        return claim.orElseThrow(() -> new IllegalStateException("nobody else claims"));
    }

    private void claimAndRelease() {
        SlotColumn column = SlotColumn.ALL.get(random.nextInt(SlotColumn.ALL.size()));
        int symbolId = random.nextInt(Content.FILLED_SYMBOLS);
        int minute = random.nextInt(90);
        Slot now = session.listed(symbolId) ? session.slot(column, symbolId, minute) : null;
        if (now == null || now.status() == SlotStatus.RETIRED) {
            return;
        }
        Step.Cell standing = new Step.Cell(now.status(), now.payloadId(), now.version());
        Claim claim = claim(column, symbolId, minute, standing);
        witness.begins(new Step.Slot(date(), column, symbolId, minute, standing));
        require(session.release(claim, Reason.INPUT_MISSING, Content.NOW_NS).written());
        witness.done();
    }

    private void clear() {
        SlotColumn column = SlotColumn.ALL.get(random.nextInt(SlotColumn.ALL.size()));
        int symbolId = random.nextInt(Content.FILLED_SYMBOLS);
        int minute = random.nextInt(90);
        if (!session.listed(symbolId)) {
            return;
        }
        SlotStatus now = session.slot(column, symbolId, minute).status();
        if (now == SlotStatus.FILLED) {
            Step.Cell after = new Step.Cell(SlotStatus.CLEARED, 0, 0);
            witness.begins(new Step.Slot(date(), column, symbolId, minute, after));
            require(session.clearSlot(column, symbolId, minute, "a crash", "proof", Content.NOW_NS)
                    .written());
            witness.done();
            audited();
        }
    }

    private void retire() {
        SlotColumn column = SlotColumn.ALL.get(random.nextInt(SlotColumn.ALL.size()));
        int minute = random.nextInt(90);
        if (session.listed(0)) {
            witness.begins(new Step.Slot(date(), column, 0, minute, new Step.Cell(SlotStatus.RETIRED, 0, 0)));
            require(session.retire(column, 0, minute, "a crash", "proof", Content.NOW_NS)
                    .written());
            witness.done();
            audited();
        }
    }

    private void audited() {
        witness.begins(new Step.Audited(ledger.audit().count()));
        witness.done();
    }

    private void note() {
        ledger.note(AuditAction.REPAIRED, "step " + random.nextInt(), Content.NOW_NS);
        audited();
    }

    private void reconcile() {
        if (session.listed(1)) {
            session.reconcile(SlotColumn.AGGRESSOR, 1, session.changes(SlotColumn.TRADE, 1));
        }
    }

    private void force() throws IOException {
        witness.begins(new Step.Watermark());
        ledger.force();
        witness.done();
        marked();
    }

    /// Where each batch is committed, all that was done is durable now.
    private void acknowledge() {
        if (commitment == Commitment.EACH_BATCH && random.nextInt(ACKNOWLEDGED_EVERY) == 0) {
            witness.begins(new Step.Watermark());
            ledger.acknowledge();
            witness.done();
            marked();
        }
    }

    private void marked() {
        witness.begins(new Step.Marked(ledger.watermark().commits()));
        witness.done();
    }

    private void reopen() {
        close();
        ledger = Ledger.open(options, Content.NOW_NS);
        parts = null;
        session = anySession();
    }

    private static void require(boolean written) {
        if (!written) {
            throw new IllegalStateException("nobody else writes, and yet the slot was another");
        }
    }

    @Override
    public void close() {
        witness.begins(new Step.Watermark());
        ledger.close();
        witness.done();
    }
}
