package io.m17.treasury;

import io.m17.ledger.LedgerException;
import io.m17.ledger.payload.RateMap;
import io.m17.ledger.payload.RatePayload;
import io.m17.market.treasury.ParYieldCurve;
import io.m17.market.treasury.TreasuryCsv;
import io.m17.market.treasury.TreasuryCsvReport;
import io.m17.market.treasury.TreasuryFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the curves of a directory's CSV files into the rate map, oldest first, each once; reads a file again when it
/// has changed. Confined to the engine's loop.
final class CurveFiles {
    private static final Logger LOG = LoggerFactory.getLogger(CurveFiles.class);
    private static final int TREASURY_PAR_YIELDS = 1;

    private record Known(long lengthBytes, FileTime modified) {}

    private final Optional<Path> directory;
    private final RateMap rates;
    private final Map<Path, Known> known = new HashMap<>();

    CurveFiles(Optional<Path> directory, RateMap rates) {
        this.directory = directory;
        this.rates = rates;
    }

    /// Reads what is new; returns how many curves were added.
    int refresh(long nowNs) {
        if (directory.isEmpty() || !Files.isDirectory(directory.get())) {
            return 0;
        }
        List<ParYieldCurve> curves = new ArrayList<>();
        Map<ParYieldCurve, Path> sources = new HashMap<>();
        for (Path file : changedFiles(directory.get())) {
            for (ParYieldCurve curve : read(file)) {
                curves.add(curve);
                sources.put(curve, file);
            }
        }
        curves.sort(Comparator.comparingLong(ParYieldCurve::publishedNs));
        int added = 0;
        for (int i = 0; i < curves.size(); i++) {
            ParYieldCurve curve = curves.get(i);
            long nextNs = i + 1 < curves.size() ? curves.get(i + 1).publishedNs() : 0;
            added += add(curve, nextNs, String.valueOf(sources.get(curve)), nowNs);
        }
        if (added > 0) {
            LOG.info("treasury: curves read [new={}, known={}]", added, rates.count());
        }
        return added;
    }

    private List<Path> changedFiles(Path from) {
        List<Path> changed = new ArrayList<>();
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".csv"))
                    .sorted()
                    .toList()) {
                Known now = new Known(Files.size(file), Files.getLastModifiedTime(file));
                if (!now.equals(known.put(file, now))) {
                    changed.add(file);
                }
            }
        } catch (IOException e) {
            throw new LedgerException("the directory of curves cannot be read [directory=" + from + "]", e);
        }
        return changed;
    }

    private static List<ParYieldCurve> read(Path file) {
        try {
            TreasuryCsvReport report = TreasuryCsv.read(file);
            report.firstMalformed()
                    .forEach(row -> LOG.warn(
                            "malformed row [file={}, line={}, reason={}]",
                            file.getFileName(),
                            row.line(),
                            row.reason()));
            return report.curves();
        } catch (TreasuryFileException e) {
            LOG.error("{}", e.getMessage());
            return List.of();
        }
    }

    private int add(ParYieldCurve curve, long nextEffectiveNs, String source, long nowNs) {
        Optional<RatePayload> before = rates.publishedAt(curve.publishedNs()).map(rates::read);
        RatePayload rate = new RatePayload(
                curve.publishedNs(),
                TREASURY_PAR_YIELDS,
                curve.tenorBps(),
                nextEffectiveNs,
                before.map(old -> old.version() + 1).orElse(1),
                source,
                nowNs);
        if (before.isPresent() && before.get().sameCurve(rate)) {
            return 0;
        }
        rates.append(rate);
        return 1;
    }
}
