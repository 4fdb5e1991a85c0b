package io.m17.ledger.state;

import io.m17.ledger.LedgerException;
import io.m17.ledger.LedgerKind;
import io.m17.ledger.PayloadType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Where what stands in a state directory.
public record StateLayout(Path root) {
    private static final String SESSION_PREFIX = "session=";

    public Path symbolMap() {
        return root.resolve("symbol-map.bin");
    }

    public Path rateMap() {
        return root.resolve(PayloadType.RF_RATE.fileName());
    }

    public Path auditLog() {
        return root.resolve("audit.log");
    }

    public Path lock() {
        return root.resolve("lock");
    }

    public Path session(LocalDate date) {
        return root.resolve(SESSION_PREFIX + date);
    }

    public Path ledger(LocalDate date, LedgerKind kind) {
        return session(date).resolve(kind.fileName());
    }

    public Path map(LocalDate date, PayloadType type) {
        return session(date).resolve(type.fileName());
    }

    public Path artifactLog(LocalDate date) {
        return session(date).resolve("artifacts.map");
    }

    /// Stands while a session's ledger files are being made or rebuilt, so that half-made ones are not taken for whole.
    public Path unfinished(LocalDate date) {
        return session(date).resolve("ledger-files.unfinished");
    }

    /// The directory of a session's artifacts of one kind and source.
    public Path artifacts(LocalDate date, String kind, String source) {
        return session(date).resolve("artifacts").resolve(kind).resolve("source=" + source);
    }

    /// A directory for what one engine puts aside while it works; nothing in it outlives the work.
    public Path scratch(String engine) {
        return root.resolve("scratch").resolve(engine);
    }

    /// A file's name relative to the state directory, with `/`.
    public String uri(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    /// The sessions that have a directory, in order of time.
    public List<LocalDate> sessions() throws IOException {
        List<LocalDate> dates = new ArrayList<>();
        if (!Files.isDirectory(root)) {
            return dates;
        }
        try (Stream<Path> entries = Files.list(root)) {
            entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> name.startsWith(SESSION_PREFIX))
                    .forEach(name -> addDate(name.substring(SESSION_PREFIX.length()), dates));
        }
        dates.sort(null);
        return dates;
    }

    private static void addDate(String text, List<LocalDate> dates) {
        try {
            dates.add(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            throw new LedgerException(
                    "a session directory has no date in its name [name=session=" + text + "]; rename or remove it", e);
        }
    }
}
