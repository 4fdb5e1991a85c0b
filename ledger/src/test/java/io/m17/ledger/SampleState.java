package io.m17.ledger;

import io.m17.ledger.payload.ArtifactEntry;
import io.m17.ledger.payload.Compression;
import io.m17.ledger.payload.Origin;
import io.m17.ledger.payload.Payload;
import io.m17.ledger.payload.PayloadSource;
import io.m17.ledger.payload.RatePayload;
import io.m17.ledger.session.Claim;
import io.m17.ledger.session.SessionLedger;
import io.m17.ledger.state.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import java.util.Set;

/// Small states for tests: two equities, of which SPY carries the rate, and a chain.
public final class SampleState {
    public static final LocalDate DAY = LocalDate.of(2024, 7, 2);
    public static final LocalDate EARLY_CLOSE = LocalDate.of(2024, 7, 3);
    public static final LocalDate HOLIDAY = LocalDate.of(2024, 7, 4);
    public static final long NOW_NS = 1_720_000_000_000_000_000L;

    private SampleState() {}

    public static LedgerOptions options(Path stateDir) {
        return new LedgerOptions(stateDir, 6, 1 << 13, new ExpectedColumns(Set.of("SPY")));
    }

    /// A curve that is in force on both days.
    public static RatePayload curve(int firstBps, int version) {
        int[] tenors = new int[RatePayload.TENORS];
        tenors[0] = firstBps;
        tenors[11] = RatePayload.ABSENT;
        return new RatePayload(NOW_NS - 10 * 86_400_000_000_000L, 1, tenors, 0, version, "treasury/2024.csv", NOW_NS);
    }

    /// Fills every expected window of SPY, QQQ and O:SPY in a session; every fifth is known to be empty.
    public static void fillAll(Ledger ledger, LocalDate date) throws IOException {
        if (ledger.rates().count() == 0) {
            ledger.rates().append(curve(533, 1));
        }
        SessionLedger session = ledger.session(date);
        for (String symbol : new String[] {"SPY", "QQQ", "O:SPY"}) {
            int symbolId = ledger.resolveSymbol(symbol);
            session.list(symbolId);
            for (SlotColumn column : SlotColumn.ALL) {
                if (session.expects(symbolId, column)) {
                    fillColumn(ledger, session, column, symbolId);
                }
            }
        }
    }

    private static void fillColumn(Ledger ledger, SessionLedger session, SlotColumn column, int symbolId)
            throws IOException {
        if (column == SlotColumn.RF_RATE) {
            for (int minute = 0; minute < session.minutes(); minute++) {
                fill(session, column, symbolId, minute, rateMeta(ledger));
            }
            return;
        }
        int artifact = artifact(ledger, session, column, symbolId);
        int shared = session.map(column.payloadType()).append(payload(column, sharedOrigin(symbolId)));
        for (int minute = 0; minute < session.minutes(); minute++) {
            PayloadMeta meta = minute % 5 == 0
                    ? new PayloadMeta(column.payloadType(), shared, 1, 0, NOW_NS, true)
                    : append(session, column, symbolId, minute, 1, artifact);
            fill(session, column, symbolId, minute, meta);
        }
    }

    /// Appends a record of a window, whose content follows from window and version, and says what its slot holds.
    public static PayloadMeta append(
            SessionLedger session, SlotColumn column, int symbolId, int minute, int version, int artifact) {
        int rows = minute % 7 + 1;
        int checksum = (symbolId * 390 + minute) * 0x9E3779B1 + version;
        Origin origin = new Origin(
                PayloadSource.FLAT_FILE,
                symbolId,
                session.windowIndex(minute),
                version,
                NOW_NS,
                artifact,
                minute * 10,
                rows,
                checksum,
                77);
        int id = session.map(column.payloadType()).append(payload(column, origin));
        return new PayloadMeta(column.payloadType(), id, version, checksum, NOW_NS);
    }

    public static PayloadMeta rateMeta(Ledger ledger) {
        return new PayloadMeta(
                PayloadType.RF_RATE,
                1,
                1,
                io.m17.ledger.payload.RateMap.checksum(ledger.rates().read(1)),
                NOW_NS);
    }

    public static Origin sharedOrigin(int symbolId) {
        return new Origin(PayloadSource.FLAT_FILE, symbolId, Origin.SHARED, 1, NOW_NS, 0, 0, 0, 0, 0);
    }

    /// A record of a column's map.
    public static Payload payload(SlotColumn column, Origin origin) {
        return switch (column) {
            case RF_RATE -> throw new IllegalArgumentException("rates stand in a map of their own");
            case TRADE -> new Payload.Trade(origin, NOW_NS, NOW_NS + 1, Compression.ZSTD);
            case QUOTE -> new Payload.Quote(origin, NOW_NS, NOW_NS + 1);
            case AGGRESSOR -> new Payload.Aggressor(origin, NOW_NS, 1, 2);
            case GREEKS -> new Payload.Greeks(origin, NOW_NS, 1, 1);
            case AGGS_1M, AGGS_5M, AGGS_10M, AGGS_30M, AGGS_1H, AGGS_4H ->
                new Payload.Aggregate(origin, NOW_NS, 0, 390, SlotColumn.AGGREGATES.indexOf(column) + 1, true);
        };
    }

    /// Claims a slot and fills it.
    public static void fill(SessionLedger session, SlotColumn column, int symbolId, int minute, PayloadMeta meta) {
        Claim claim = session.markPending(column, symbolId, minute, NOW_NS).orElseThrow();
        if (!session.fill(claim, meta).written()) {
            throw new AssertionError("nobody else writes");
        }
    }

    private static int artifact(Ledger ledger, SessionLedger session, SlotColumn column, int symbolId)
            throws IOException {
        Path file = ledger.layout()
                .artifacts(session.session().date(), column.payloadType().label(), "settled")
                .resolve("part-" + column.label() + "-" + symbolId + ".parquet");
        Files.createDirectories(file.resolveSibling("."));
        byte[] content = new byte[700];
        new Random(symbolId * 31L + column.ordinal()).nextBytes(content);
        Files.write(file, content);
        return Math.toIntExact(session.artifacts()
                .append(new ArtifactEntry.Artifact(
                        ledger.layout().uri(file),
                        column.payloadType().label(),
                        4000,
                        content.length,
                        Sha256.ofFile(file),
                        0)));
    }
}
