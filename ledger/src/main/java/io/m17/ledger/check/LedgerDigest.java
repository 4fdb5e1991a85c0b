package io.m17.ledger.check;

import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.SlotStatus;
import io.m17.ledger.session.SessionLedger;
import io.m17.ledger.state.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// A hash a column of a session: SHA-256 over every expected window's symbol, minute, status, record count and content
/// checksum, in order of symbol and minute. Ids, versions, times, reasons and file names do not count, so two ledgers
/// with the same content have the same digest however they came to it.
public final class LedgerDigest {
    private LedgerDigest() {}

    public static Map<SlotColumn, String> of(SessionLedger session) {
        List<Integer> symbols = session.listed()
                .boxed()
                .sorted(Comparator.comparing(session.symbols()::symbol))
                .toList();
        Map<SlotColumn, String> digests = new EnumMap<>(SlotColumn.class);
        for (SlotColumn column : SlotColumn.ALL) {
            MessageDigest digest = Sha256.digest();
            for (int symbolId : symbols) {
                if (session.expects(symbolId, column)) {
                    add(session, column, symbolId, digest);
                }
            }
            digests.put(column, HexFormat.of().formatHex(digest.digest()));
        }
        return digests;
    }

    private static void add(SessionLedger session, SlotColumn column, int symbolId, MessageDigest digest) {
        digest.update(session.symbols().symbol(symbolId).getBytes(StandardCharsets.US_ASCII));
        digest.update((byte) '\n');
        ByteBuffer window = ByteBuffer.allocate(12);
        for (int minute = 0; minute < session.minutes(); minute++) {
            Slot slot = session.slot(column, symbolId, minute);
            window.clear();
            window.putShort((short) minute)
                    .putShort((short) settled(slot.status()).code())
                    .putInt(rows(session, column, slot))
                    .putInt(slot.filled() ? slot.checksum() : 0);
            digest.update(window.flip());
        }
    }

    /// A claim that is held at this moment counts as what stood there before it, which its reader cannot see: empty.
    private static SlotStatus settled(SlotStatus status) {
        return status == SlotStatus.PENDING ? SlotStatus.EMPTY : status;
    }

    private static int rows(SessionLedger session, SlotColumn column, Slot slot) {
        if (!slot.filled() || slot.knownEmpty()) {
            return 0;
        }
        return column == SlotColumn.RF_RATE ? 1 : session.payload(slot).origin().rowCount();
    }
}
