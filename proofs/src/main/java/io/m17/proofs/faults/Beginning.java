package io.m17.proofs.faults;

import io.m17.journal.Storage;
import io.m17.ledger.LedgerKind;
import io.m17.ledger.PayloadType;
import io.m17.ledger.state.StateLayout;
import io.m17.proofs.Scratch;
import io.m17.proofs.StateImage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a [Script] finds when it begins: nothing, what a crash left, or damaged files, so that the calls of recovery,
/// of a rebuild and of salvage come among those that fail.
///
/// @param image the files
/// @param promises what was acknowledged before
/// @param scrubs whether files are damaged, and the session is to be mended before it is used
record Beginning(String name, StateImage image, Promises promises, boolean scrubs) {
    /// A byte of a log's header, whose checksum it breaks.
    private static final long HEADER_OFFSET = 1_000;

    private static final int TORN_BYTES = 20;

    /// All there are, made in a directory that is removed.
    static List<Beginning> all(Path directory) throws Exception {
        Promises none = new Promises(new FaultyStorage(0, Fault.EIO), new ArrayList<>());
        List<Beginning> all = new ArrayList<>();
        all.add(new Beginning("nothing", new StateImage(directory, new TreeMap<>()), none, false));
        Path live = directory.resolve("live");
        Map<Script.Moment, Beginning> crashes = new EnumMap<>(Script.Moment.class);
        List<String> failures = new ArrayList<>();
        Promises promises = new Promises(new FaultyStorage(0, Fault.EIO), failures);
        new Script(live, Storage.SYSTEM, promises, false, moment -> crashes.put(moment, crash(live, moment, promises)))
                .run();
        all.addAll(crashes.values());
        all.add(damaged(live, promises));
        all.add(withoutLedger(live, promises));
        Scratch.delete(live);
        return List.copyOf(all);
    }

    private static Promises copy(Promises promises) {
        return promises.on(new FaultyStorage(0, Fault.EIO), new ArrayList<>());
    }

    /// What a process leaves that dies now, in the middle of an append.
    private static Beginning crash(Path live, Script.Moment moment, Promises promises) throws IOException {
        Path dead = live.resolveSibling("dead");
        StateImage.of(live).restore(dead);
        switch (moment) {
            case RECORDS_HALF_WRITTEN -> tear(Script.lastSegment(dead));
            case SLOTS_FILLED ->
                tear(new StateLayout(Script.options(dead).stateDir()).map(Script.DAY, PayloadType.QUOTE));
        }
        Beginning beginning = new Beginning("a crash, " + moment, StateImage.of(dead), copy(promises), false);
        Scratch.delete(dead);
        return beginning;
    }

    /// Stores the beginning of a record behind the last one.
    private static void tear(Path file) throws IOException {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "rw")) {
            byte[] bytes = new byte[Math.toIntExact(log.length())];
            log.readFully(bytes);
            int end = bytes.length;
            while (end > 0 && bytes[end - 1] == 0) {
                end--;
            }
            long aligned = (end + 2L * Long.BYTES - 1) / Long.BYTES * Long.BYTES;
            log.seek(aligned + Long.BYTES);
            for (int i = 0; i < TORN_BYTES; i++) {
                log.write(0x5A);
            }
        }
    }

    /// A state in which the headers of several logs are damaged, whose records are all sound.
    private static Beginning damaged(Path live, Promises promises) throws IOException {
        Path copy = live.resolveSibling("damaged");
        StateImage.of(live).restore(copy);
        StateLayout layout = new StateLayout(Script.options(copy).stateDir());
        for (Path file : List.of(
                layout.symbolMap(),
                layout.rateMap(),
                layout.map(Script.DAY, PayloadType.TRADE),
                layout.map(Script.DAY, PayloadType.QUOTE),
                layout.artifactLog(Script.DAY))) {
            try (RandomAccessFile damaged = new RandomAccessFile(file.toFile(), "rw")) {
                damaged.seek(HEADER_OFFSET);
                damaged.write(0x5A);
            }
        }
        Beginning beginning = new Beginning("damaged headers", StateImage.of(copy), copy(promises), true);
        Scratch.delete(copy);
        return beginning;
    }

    /// A state without a ledger file, which is rebuilt.
    private static Beginning withoutLedger(Path live, Promises promises) throws IOException {
        Path copy = live.resolveSibling("partial");
        StateImage.of(live).restore(copy);
        Files.delete(new StateLayout(Script.options(copy).stateDir()).ledger(Script.DAY, LedgerKind.TRADE));
        Beginning beginning = new Beginning("a ledger file lost", StateImage.of(copy), copy(promises), false);
        Scratch.delete(copy);
        return beginning;
    }
}
