package io.m17.treasury;

import io.m17.ledger.LedgerException;
import io.m17.ledger.engine.ComputePool;
import io.m17.market.treasury.TreasuryCsv;
import io.m17.market.treasury.TreasuryCsvReport;
import io.m17.market.treasury.TreasuryFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The curves of a directory's CSV files; a file is read again when it has changed. Confined to the
/// engine's loop, which waits for the thread of the pool that reads.
final class DirectoryCurves implements CurveSource {
    private static final Logger LOG = LoggerFactory.getLogger(DirectoryCurves.class);

    private record Known(long lengthBytes, FileTime modified) {}

    private final Optional<Path> directory;
    private final ComputePool compute;
    private final Map<Path, Known> known = new HashMap<>();

    DirectoryCurves(Optional<Path> directory, ComputePool compute) {
        this.directory = directory;
        this.compute = compute;
    }

    @Override
    public int look(CurveIntake intake) throws Exception {
        return compute.call(() -> readChanged(intake));
    }

    private int readChanged(CurveIntake intake) {
        if (directory.isEmpty() || !Files.isDirectory(directory.get())) {
            return 0;
        }
        Map<Path, Known> changed = changedFiles(directory.get());
        List<SourcedCurve> curves = new ArrayList<>();
        for (Path file : changed.keySet()) {
            read(file).curves().forEach(curve -> curves.add(new SourcedCurve(curve, file.toString())));
        }
        int added = intake.take(curves);
        known.putAll(changed);
        return added;
    }

    private Map<Path, Known> changedFiles(Path from) {
        Map<Path, Known> changed = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".csv"))
                    .sorted()
                    .toList()) {
                Known now = new Known(Files.size(file), Files.getLastModifiedTime(file));
                if (!now.equals(known.get(file))) {
                    changed.put(file, now);
                }
            }
        } catch (IOException e) {
            throw new LedgerException("the directory of curves cannot be read [directory=" + from + "]", e);
        }
        return changed;
    }

    private static TreasuryCsvReport read(Path file) {
        try {
            TreasuryCsvReport report = TreasuryCsv.read(file);
            report.firstMalformed()
                    .forEach(row -> LOG.warn(
                            "malformed row [file={}, line={}, reason={}]",
                            file.getFileName(),
                            row.line(),
                            row.reason()));
            return report;
        } catch (TreasuryFileException e) {
            LOG.error("{}", e.getMessage());
            return new TreasuryCsvReport(List.of(), 0, List.of(), List.of());
        }
    }

    @Override
    public void close() {
        // nothing is held
    }
}
