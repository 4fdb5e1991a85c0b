package io.m17.ledger.session;

import io.m17.journal.FailStopStorage;
import io.m17.journal.KillPoint;
import io.m17.ledger.LedgerException;
import io.m17.ledger.LedgerKind;
import io.m17.ledger.PayloadType;
import io.m17.ledger.calendar.TradingSession;
import io.m17.ledger.payload.ArtifactLog;
import io.m17.ledger.payload.PayloadMap;
import io.m17.ledger.slot.SlotMatrix;
import io.m17.ledger.state.Closing;
import io.m17.ledger.state.StateLayout;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The open files of a session.
///
/// @param logReports what opening the maps had to mend, one line each
record SessionFiles(
        SlotMatrix trade,
        SlotMatrix enrichment,
        Map<PayloadType, PayloadMap> maps,
        ArtifactLog artifacts,
        List<String> logReports) {
    static final List<PayloadType> MAPS = List.of(
            PayloadType.TRADE, PayloadType.QUOTE, PayloadType.AGGRESSOR, PayloadType.GREEKS, PayloadType.AGGREGATE);

    /// Opens a session's files for writing; what is absent is made.
    static SessionFiles open(
            StateLayout layout,
            TradingSession session,
            int symbols,
            int payloads,
            int incarnation,
            FailStopStorage storage) {
        List<AutoCloseable> opened = new ArrayList<>();
        try {
            List<String> reports = new ArrayList<>();
            Map<PayloadType, PayloadMap> maps = new EnumMap<>(PayloadType.class);
            for (PayloadType type : MAPS) {
                PayloadMap map =
                        PayloadMap.open(layout.map(session.date(), type), type, session.date(), payloads, storage);
                opened.add(map);
                maps.put(type, map);
                map.report().ifPresent(reports::add);
            }
            ArtifactLog artifacts = ArtifactLog.open(layout.artifactLog(session.date()), session.date(), storage);
            opened.add(artifacts);
            artifacts.report().ifPresent(reports::add);
            KillPoint.SESSION_MAPS_OPENED.reached();
            SlotMatrix trade = SlotMatrix.open(
                    layout.ledger(session.date(), LedgerKind.TRADE),
                    LedgerKind.TRADE,
                    session,
                    symbols,
                    incarnation,
                    storage);
            opened.add(trade);
            SlotMatrix enrichment = SlotMatrix.open(
                    layout.ledger(session.date(), LedgerKind.ENRICHMENT),
                    LedgerKind.ENRICHMENT,
                    session,
                    symbols,
                    incarnation,
                    storage);
            return new SessionFiles(trade, enrichment, maps, artifacts, reports);
        } catch (IOException e) {
            closeAll(opened, e);
            throw new LedgerException("the session's files cannot be opened [session=" + session.date() + "]", e);
        } catch (RuntimeException e) {
            closeAll(opened, e);
            throw e;
        }
    }

    /// Maps a session's files for reading.
    static SessionFiles openReadOnly(StateLayout layout, TradingSession session, int incarnation) {
        List<AutoCloseable> opened = new ArrayList<>();
        try {
            Map<PayloadType, PayloadMap> maps = new EnumMap<>(PayloadType.class);
            for (PayloadType type : MAPS) {
                PayloadMap map = PayloadMap.openReadOnly(layout.map(session.date(), type), type, session.date());
                opened.add(map);
                maps.put(type, map);
            }
            ArtifactLog artifacts = ArtifactLog.openReadOnly(layout.artifactLog(session.date()), session.date());
            opened.add(artifacts);
            SlotMatrix trade = SlotMatrix.openReadOnly(
                    layout.ledger(session.date(), LedgerKind.TRADE), LedgerKind.TRADE, session, incarnation);
            opened.add(trade);
            SlotMatrix enrichment = SlotMatrix.openReadOnly(
                    layout.ledger(session.date(), LedgerKind.ENRICHMENT), LedgerKind.ENRICHMENT, session, incarnation);
            return new SessionFiles(trade, enrichment, maps, artifacts, List.of());
        } catch (IOException e) {
            closeAll(opened, e);
            throw new LedgerException(
                    "the session's files cannot be read [session=" + session.date() + ", error=" + e.getMessage()
                            + "]; m17 verify says what is wrong",
                    e);
        } catch (RuntimeException e) {
            closeAll(opened, e);
            throw e;
        }
    }

    SlotMatrix matrix(LedgerKind kind) {
        return switch (kind) {
            case TRADE -> trade;
            case ENRICHMENT -> enrichment;
        };
    }

    PayloadMap map(PayloadType type) {
        return Objects.requireNonNull(maps.get(type), "a session has no such map");
    }

    /// Makes the artifact log and the maps durable, before slots that point at them.
    void forceLogs() {
        artifacts.force();
        maps.values().forEach(PayloadMap::force);
    }

    /// Closes the maps and the artifact log, each whatever becomes of the others; the first failure is thrown.
    void closeLogs() {
        Closing closing = new Closing();
        closing.close(artifacts);
        maps.values().forEach(closing::close);
        closing.end();
    }

    private static void closeAll(List<AutoCloseable> opened, Exception cause) {
        for (AutoCloseable file : opened) {
            try {
                file.close();
            } catch (Exception e) {
                cause.addSuppressed(e);
            }
        }
    }
}
