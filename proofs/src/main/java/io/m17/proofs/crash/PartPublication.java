package io.m17.proofs.crash;

import io.m17.ledger.Ledger;
import io.m17.ledger.Reason;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.payload.Compression;
import io.m17.ledger.payload.Payload;
import io.m17.ledger.payload.PayloadSource;
import io.m17.ledger.session.SessionLedger;
import io.m17.market.column.Column;
import io.m17.market.column.ColumnType;
import io.m17.market.column.Schema;
import io.m17.publication.Publication;
import io.m17.publication.Publisher;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Random;

/// Publishes small parts the way engines do: artifact, artifact log, record, slot. Single-threaded.
final class PartPublication {
    private static final int MINUTES = 5;
    private static final int ROWS_A_MINUTE = 4;
    private static final Schema SCHEMA =
            Schema.of("trade", Column.of("sip_timestamp", ColumnType.TIMESTAMP), Column.decimal("price", 4));

    private final Ledger ledger;
    private final Witness witness;
    private final Publication publication;

    PartPublication(Ledger ledger, Witness witness) {
        this.ledger = ledger;
        this.witness = witness;
        this.publication = new Publication(
                ledger,
                SlotColumn.TRADE,
                SCHEMA,
                PayloadSource.FLAT_FILE,
                "settled",
                () -> Content.NOW_NS,
                new SimpleMeterRegistry());
    }

    void publish(Random random) {
        SessionLedger session = ledger.session(CrashSite.PUBLISHED);
        if (!session.listed(0)) {
            session.list(ledger.resolveSymbol(Content.symbol(0)));
        }
        int from = random.nextInt(session.minutes() - MINUTES);
        Publisher publisher = new Publisher(publication, session, 0);
        for (int minute = from; minute < from + MINUTES; minute++) {
            int firstRow = publisher.rows().size();
            for (int row = 0; row < ROWS_A_MINUTE; row++) {
                publisher.rows().longs("sip_timestamp").append(Content.NOW_NS + minute);
                publisher.rows().longs("price").append(random.nextInt(1_000_000));
            }
            int lastRow = publisher.rows().size();
            session.markPending(SlotColumn.TRADE, 0, minute, Content.NOW_NS)
                    .ifPresent(claim -> publisher.window(
                            claim,
                            firstRow,
                            lastRow,
                            minuteDigest(claim.minute()),
                            origin -> new Payload.Trade(origin, Content.NOW_NS, Content.NOW_NS, Compression.ZSTD)));
        }
        if (random.nextInt(8) == 0) {
            publisher.abandon(Reason.ENGINE_ERROR);
            return;
        }
        witness.begins(new Step.Published(CrashSite.PUBLISHED, from, from + MINUTES));
        publisher.publish();
        witness.done();
    }

    private static int minuteDigest(int minute) {
        return minute + 1;
    }
}
