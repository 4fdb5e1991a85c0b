package io.m17.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.m17.ledger.Ledger;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.SlotStatus;
import io.m17.ledger.calendar.WindowMeta;
import io.m17.ledger.payload.Payload;
import io.m17.ledger.payload.RatePayload;
import io.m17.ledger.session.SessionLedger;
import java.io.PrintWriter;
import java.util.Locale;

/// The two rows of a window: every slot, and the payload behind it. Confined to one thread.
public final class WindowReport {
    private final Ledger ledger;
    private final SessionLedger session;
    private final int symbolId;
    private final int minute;

    public WindowReport(Ledger ledger, SessionLedger session, int symbolId, int minute) {
        this.ledger = ledger;
        this.session = session;
        this.symbolId = symbolId;
        this.minute = minute;
    }

    public void print(PrintWriter out) {
        WindowMeta window = session.window(minute);
        out.println(session.symbols().symbol(symbolId) + "  " + window.id() + "  "
                + session.session().date() + " " + NewYork.timeOf(window.startNs()) + " New York, "
                + NewYork.instant(window.startNs()) + (window.expected() ? "" : ", after an early close"));
        Table table = Table.of("column", "status", "version", "checksum", "payload", "rows", "updated", "why or where");
        for (SlotColumn column : SlotColumn.ALL) {
            add(table, column, session.slot(column, symbolId, minute));
        }
        table.print(out);
    }

    private void add(Table table, SlotColumn column, Slot slot) {
        boolean expected = window().expected() && session.expects(symbolId, column);
        if (slot.word() == 0 && slot.status() == SlotStatus.EMPTY) {
            table.row(
                    column.label(),
                    status(slot),
                    "-",
                    "-",
                    "-",
                    "-",
                    "-",
                    expected ? MissingWindows.why(slot) : "not expected");
            return;
        }
        table.row(
                column.label(),
                status(slot),
                slot.version(),
                slot.filled() ? Json.hex(slot.checksum()) : "-",
                slot.filled() ? Integer.toUnsignedString(slot.payloadId()) : "-",
                slot.filled() ? rows(column, slot) : "-",
                NewYork.instant(slot.lastUpdatedNs()),
                slot.filled() ? where(column, slot) : MissingWindows.why(slot));
    }

    private WindowMeta window() {
        return session.window(minute);
    }

    private long rows(SlotColumn column, Slot slot) {
        return column == SlotColumn.RF_RATE ? 1 : session.payload(slot).origin().rowCount();
    }

    private String where(SlotColumn column, Slot slot) {
        if (column == SlotColumn.RF_RATE) {
            RatePayload rate = ledger.rates().read(slot.payloadId());
            return "curve of " + NewYork.instant(rate.effectiveTs()) + " from " + rate.sourceUri();
        }
        return PayloadJson.uri(session, session.payload(slot).origin()).orElse("known empty");
    }

    public ObjectNode json() {
        WindowMeta window = window();
        ObjectNode node = Json.object()
                .put("symbol", session.symbols().symbol(symbolId))
                .put("window", window.id().toString())
                .put("index", window.windowIndex())
                .put("start", NewYork.instant(window.startNs()).toString())
                .put("end", NewYork.instant(window.endNs()).toString())
                .put("expected", window.expected())
                .put("listed", session.listed(symbolId));
        ObjectNode columns = node.putObject("columns");
        for (SlotColumn column : SlotColumn.ALL) {
            columns.set(column.label(), json(column, session.slot(column, symbolId, minute)));
        }
        return node;
    }

    private ObjectNode json(SlotColumn column, Slot slot) {
        ObjectNode node = Json.object()
                .put("expected", window().expected() && session.expects(symbolId, column))
                .put("status", status(slot))
                .put("reason", slot.reason().text())
                .put("version", Integer.toUnsignedLong(slot.version()))
                .put("payload_id", Integer.toUnsignedLong(slot.payloadId()))
                .put("checksum", Json.hex(slot.checksum()));
        if (slot.word() != 0) {
            node.put("updated", NewYork.instant(slot.lastUpdatedNs()).toString());
        }
        if (slot.filled()) {
            node.set("payload", payload(column, slot));
        }
        return node;
    }

    private ObjectNode payload(SlotColumn column, Slot slot) {
        if (column == SlotColumn.RF_RATE) {
            return PayloadJson.of(ledger.rates().read(slot.payloadId()));
        }
        Payload payload = session.payload(slot);
        return PayloadJson.of(session, payload);
    }

    private static String status(Slot slot) {
        return slot.status().name().toLowerCase(Locale.ROOT);
    }
}
