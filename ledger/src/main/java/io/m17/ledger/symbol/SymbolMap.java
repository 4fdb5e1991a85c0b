package io.m17.ledger.symbol;

import io.m17.journal.FixedLogOptions;
import io.m17.journal.FixedRecordLog;
import io.m17.journal.LogFault;
import io.m17.journal.LogSalvage;
import io.m17.journal.Storage;
import io.m17.ledger.LedgerException;
import io.m17.ledger.payload.LogReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/// Symbols and their ids: given once, in sequence from 0, up to the cap in the file's header, and never taken back.
///
/// A symbol is on the disk before the first session lists it. One whose record was lost with the power before that was
/// never used: its id is spent, and its name is empty.
///
/// A record is 64 bytes, the record log's four first: length u8, then the symbol in ASCII, zero-padded; record n is the
/// symbol of id n − 1. Thread-safe; looking up a known symbol takes no lock.
public final class SymbolMap implements AutoCloseable {
    /// The kind that stands in the log's header.
    public static final int KIND = 0x120;

    private static final int RECORD_LENGTH_BYTES = 64;
    private static final int BODY_LENGTH_BYTES = RECORD_LENGTH_BYTES - 4;
    private static final int LARGEST_CAP = 0xFFFF;
    private static final Pattern SYMBOL = Pattern.compile("[!-~]{1,48}");

    private final FixedRecordLog log;
    private final ConcurrentHashMap<String, Integer> ids = new ConcurrentHashMap<>();
    private final List<String> symbols;

    private SymbolMap(FixedRecordLog log) {
        this.log = log;
        try {
            this.symbols = new CopyOnWriteArrayList<>(Arrays.asList(load()));
        } catch (RuntimeException e) {
            log.close();
            throw e;
        }
    }

    private String[] load() {
        String[] loaded = new String[Math.toIntExact(log.count())];
        byte[] body = new byte[BODY_LENGTH_BYTES];
        for (int id = 0; id < loaded.length; id++) {
            if (!log.read(id + 1L, body)) {
                throw new LedgerException("a symbol is lost [file=symbol-map.bin, symbol_id=" + id
                        + "]; restore the file from the archive");
            }
            if (log.isVoid(id + 1L)) {
                loaded[id] = "";
            } else {
                loaded[id] = decode(body, id);
                ids.put(loaded[id], id);
            }
        }
        return loaded;
    }

    private static String decode(byte[] body, int id) {
        int length = Math.clamp(body[0], 0, BODY_LENGTH_BYTES - 1);
        String symbol = new String(body, 1, length, StandardCharsets.US_ASCII);
        if (!SYMBOL.matcher(symbol).matches()) {
            throw new LedgerException("a record holds no symbol [file=symbol-map.bin, symbol_id=" + id
                    + "]; restore the file from the archive");
        }
        return symbol;
    }

    /// Opens the map for writing, made when it is absent.
    ///
    /// @param cap how many symbols there can ever be; counts for a new map only
    public static SymbolMap open(Path file, int cap) throws IOException {
        return open(file, cap, Storage.SYSTEM);
    }

    /// The same on a storage.
    public static SymbolMap open(Path file, int cap, Storage storage) throws IOException {
        if (cap < 1 || cap > LARGEST_CAP) {
            throw new IllegalArgumentException("ids are u16 [symbol_cap=" + cap + ", largest=" + LARGEST_CAP + "]");
        }
        return new SymbolMap(FixedRecordLog.open(file, FixedLogOptions.of(KIND, RECORD_LENGTH_BYTES, cap), storage));
    }

    /// Copies the sound records of a damaged map into a new one under the same numbers; returns how many were lost.
    public static long salvage(Path damaged, Path target, int cap, Storage storage) throws IOException {
        return LogSalvage.fixed(damaged, target, FixedLogOptions.of(KIND, RECORD_LENGTH_BYTES, cap), storage);
    }

    public static SymbolMap openReadOnly(Path file) throws IOException {
        return new SymbolMap(FixedRecordLog.openReadOnly(file, KIND));
    }

    /// The id of a symbol, given to it now when it has none. A full map is a [SymbolMapFullException].
    public int resolveSymbol(String symbol) {
        Integer known = ids.get(symbol);
        return known != null ? known : add(symbol);
    }

    private synchronized int add(String symbol) {
        Integer known = ids.get(symbol);
        if (known != null) {
            return known;
        }
        if (!SYMBOL.matcher(symbol).matches()) {
            throw new IllegalArgumentException(
                    "a symbol is 1 to 48 printable ASCII characters without blanks [symbol=" + symbol + "]");
        }
        if (symbols.size() >= cap()) {
            throw new SymbolMapFullException(symbol, cap());
        }
        byte[] body = new byte[BODY_LENGTH_BYTES];
        byte[] ascii = symbol.getBytes(StandardCharsets.US_ASCII);
        body[0] = (byte) ascii.length;
        System.arraycopy(ascii, 0, body, 1, ascii.length);
        int id = Math.toIntExact(log.append(body)) - 1;
        symbols.add(symbol);
        ids.put(symbol, id);
        return id;
    }

    /// The id of a symbol that has one.
    public OptionalInt id(String symbol) {
        Integer known = ids.get(symbol);
        return known == null ? OptionalInt.empty() : OptionalInt.of(known);
    }

    /// The symbol of an id that was given.
    public String symbol(int id) {
        Objects.checkIndex(id, symbols.size());
        return symbols.get(id);
    }

    /// How many ids were given.
    public int count() {
        return symbols.size();
    }

    /// How many ids there are.
    public int cap() {
        return Math.toIntExact(log.capacityRecords());
    }

    /// Whether power loss takes the id away from its symbol no more.
    public boolean isDurable(int id) {
        return id < log.durableCount();
    }

    public void force() {
        log.force();
    }

    /// What opening the map had to mend, in one line.
    public Optional<String> report() {
        return LogReport.of(log.recovery());
    }

    public List<LogFault> verify() throws IOException {
        return log.verify();
    }

    @Override
    public void close() {
        log.close();
    }
}
