package io.m17.ledger.audit;

import io.m17.ledger.LedgerException;
import io.m17.ledger.SlotColumn;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/// One line of the audit log.
///
/// @param atNs nanoseconds since the Unix epoch
/// @param actor the engine or the operating-system user
/// @param cells what it was done to, when to cells
/// @param detail the operator's cause, or what was found
public record AuditEntry(long atNs, String actor, AuditAction action, Optional<Cells> cells, String detail) {
    /// Minutes of one symbol and column.
    ///
    /// @param fromMinute of the session, inclusive
    /// @param toMinute exclusive
    /// @param windows how many of them, when not all
    /// @param payloads how many records the column's map had at that moment
    public record Cells(
            LocalDate session,
            String symbol,
            SlotColumn column,
            int fromMinute,
            int toMinute,
            int windows,
            int payloads) {}

    byte[] encode() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(atNs);
            out.writeUTF(actor);
            out.writeByte(action.code());
            out.writeUTF(detail);
            out.writeBoolean(cells.isPresent());
            if (cells.isPresent()) {
                Cells some = cells.get();
                out.writeLong(some.session.toEpochDay());
                out.writeUTF(some.symbol);
                out.writeUTF(some.column.label());
                out.writeShort(some.fromMinute);
                out.writeShort(some.toMinute);
                out.writeShort(some.windows);
                out.writeInt(some.payloads);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a byte array cannot be written to", e);
        }
        return bytes.toByteArray();
    }

    /// The entry that begins at an index of a body; a body that no encoder wrote is a [LedgerException].
    static AuditEntry decode(byte[] body, int offset) {
        int start = Math.min(offset, body.length);
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(body, start, body.length - start))) {
            long atNs = in.readLong();
            String actor = in.readUTF();
            AuditAction action = AuditAction.ofCode(in.readUnsignedByte());
            String detail = in.readUTF();
            Optional<Cells> cells = in.readBoolean()
                    ? Optional.of(new Cells(
                            LocalDate.ofEpochDay(in.readLong()),
                            in.readUTF(),
                            SlotColumn.parse(in.readUTF()),
                            in.readUnsignedShort(),
                            in.readUnsignedShort(),
                            in.readUnsignedShort(),
                            in.readInt()))
                    : Optional.empty();
            return new AuditEntry(atNs, actor, action, cells, detail);
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            throw new LedgerException(
                    "the audit entry is none that m17 wrote [length_bytes=" + body.length + ", error=" + e.getMessage()
                            + "]",
                    e);
        }
    }
}
