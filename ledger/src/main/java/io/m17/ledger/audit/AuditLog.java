package io.m17.ledger.audit;

import io.m17.journal.LogFault;
import io.m17.journal.RecordLog;
import io.m17.ledger.state.Sha256;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The audit log over a record log. A record's body is the SHA-256 of the body before it (zeros for the first), then
/// the entry; the first 32 bytes thus chain each entry to all before it. Thread-safe; appends are serialised.
public final class AuditLog implements AutoCloseable {
    private static final int HASH_LENGTH_BYTES = 32;

    private final RecordLog log;
    private byte[] previous;

    /// Takes over the record log, which [#close()] closes.
    public AuditLog(RecordLog log) {
        this.log = log;
        try {
            this.previous = log.count() == 0 ? new byte[HASH_LENGTH_BYTES] : sha256(log.read(log.count()));
        } catch (RuntimeException e) {
            log.close();
            throw e;
        }
    }

    public synchronized void append(AuditEntry entry) {
        byte[] encoded = entry.encode();
        byte[] body = Arrays.copyOf(previous, HASH_LENGTH_BYTES + encoded.length);
        System.arraycopy(encoded, 0, body, HASH_LENGTH_BYTES, encoded.length);
        takeOver(body);
    }

    /// Whether a body names the last one as the one before it.
    synchronized boolean follows(byte[] body) {
        return body.length > HASH_LENGTH_BYTES
                && Arrays.equals(previous, 0, HASH_LENGTH_BYTES, body, 0, HASH_LENGTH_BYTES);
    }

    /// Appends a body that follows the last one, as it is.
    synchronized void takeOver(byte[] body) {
        log.append(body);
        previous = sha256(body);
    }

    /// Appends the entry of a body of another chain.
    synchronized void chainAnew(byte[] body) {
        if (body.length > HASH_LENGTH_BYTES) {
            byte[] chained = body.clone();
            System.arraycopy(previous, 0, chained, 0, HASH_LENGTH_BYTES);
            takeOver(chained);
        }
    }

    /// Makes everything so far durable.
    public void force() {
        log.force();
    }

    /// Entries from the first to the last.
    public void forEach(Consumer<AuditEntry> consumer) {
        long count = log.count();
        for (long number = 1; number <= count; number++) {
            consumer.accept(AuditEntry.decode(log.read(number), HASH_LENGTH_BYTES));
        }
    }

    public long count() {
        return log.count();
    }

    /// The first place where the chain does not hold, if any.
    public Optional<String> brokenLink() {
        byte[] expected = new byte[HASH_LENGTH_BYTES];
        long count = log.count();
        for (long number = 1; number <= count; number++) {
            byte[] body = log.read(number);
            if (body.length < HASH_LENGTH_BYTES
                    || !Arrays.equals(expected, 0, HASH_LENGTH_BYTES, body, 0, HASH_LENGTH_BYTES)) {
                return Optional.of("the entry does not follow the one before it [entry=" + number + ", expected="
                        + HexFormat.of().formatHex(expected) + "]");
            }
            expected = sha256(body);
        }
        return Optional.empty();
    }

    /// Everything that is wrong with the files.
    public List<LogFault> verify() throws IOException {
        return log.verify();
    }

    @Override
    public synchronized void close() {
        log.close();
    }

    private static byte[] sha256(byte[] body) {
        return Sha256.digest().digest(body);
    }
}
