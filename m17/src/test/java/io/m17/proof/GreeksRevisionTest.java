package io.m17.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.greeks.DividendYield;
import io.m17.greeks.ExerciseRules;
import io.m17.greeks.GreeksOptions;
import io.m17.ledger.Ledger;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.payload.Payload;
import io.m17.ledger.session.SessionLedger;
import io.m17.nbbo.CrossedPolicy;
import io.m17.simulator.MarketSimulator;
import io.m17.simulator.SimulationConfig;
import io.m17.simulator.SimulationProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Greeks follow the curve and the configuration, once each.
class GreeksRevisionTest {
    private static final LocalDate SESSION = LocalDate.of(2024, 7, 3);

    @TempDir
    private Path directory;

    @Test
    void aRevisedCurveOrConfigurationGivesOneMoreVersionAndNothingElseDoes() throws Exception {
        SimulationConfig config = SimulationConfig.small().withDate(SESSION).withClose(LocalTime.of(13, 0));
        MarketSimulator.write(config, directory.resolve("vendor"), SimulationProgress.NONE);
        List<Integer> first = versions(EngineRun.EUROPEAN);
        assertTrue(first.size() > 100, "windows " + first.size());
        assertEquals(first, versions(EngineRun.EUROPEAN));
        reviseCurves();
        List<Integer> second = versions(EngineRun.EUROPEAN);
        assertEquals(first.stream().map(version -> version + 1).toList(), second);
        GreeksOptions american =
                new GreeksOptions(new DividendYield.Fixed(0.01), Map.of(), ExerciseRules.withEuropean(Set.of()));
        List<Integer> third = versions(american);
        assertEquals(second.stream().map(version -> version + 1).toList(), third);
        assertEquals(third, versions(american));
    }

    /// Runs to the end; the versions of the Greeks windows with rows, each of which records the rate slot as it stands.
    private List<Integer> versions(GreeksOptions options) throws Exception {
        Path vendor = directory.resolve("vendor");
        Path state = directory.resolve("state");
        new EngineRun(state, vendor, vendor.resolve("treasury"), CrossedPolicy.UNKNOWN, 2, 50_000, options)
                .run(SESSION);
        List<Integer> versions = new ArrayList<>();
        try (Ledger ledger = Ledger.openReadOnly(EngineRun.options(state))) {
            SessionLedger session = ledger.session(SESSION);
            session.listed()
                    .filter(symbolId -> session.expects(symbolId, SlotColumn.GREEKS))
                    .forEach(symbolId -> addVersions(session, symbolId, versions));
        }
        return versions;
    }

    private static void addVersions(SessionLedger session, int symbolId, List<Integer> versions) {
        for (int minute = 0; minute < session.minutes(); minute++) {
            Slot slot = session.slot(SlotColumn.GREEKS, symbolId, minute);
            assertTrue(slot.filled());
            if (!slot.knownEmpty() && session.payload(slot) instanceof Payload.Greeks greeks) {
                Slot rate = session.slot(SlotColumn.RF_RATE, symbolId, minute);
                assertEquals(rate.payloadId(), greeks.rfRatePayloadId());
                assertEquals(rate.version(), greeks.greeksVersion());
                versions.add(slot.version());
            }
        }
    }

    /// Ten basis points more at every tenor.
    private void reviseCurves() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("vendor/treasury"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".csv")).toList()) {
                List<String> lines = new ArrayList<>();
                for (String line : Files.readAllLines(file)) {
                    lines.add(lines.isEmpty() ? line : revised(line));
                }
                Files.write(file, lines);
            }
        }
    }

    private static String revised(String line) {
        String[] cells = line.split(",", -1);
        for (int i = 1; i < cells.length; i++) {
            if (!cells[i].isBlank()) {
                cells[i] = String.format(Locale.ROOT, "%.2f", Double.parseDouble(cells[i]) + 0.1);
            }
        }
        return String.join(",", cells);
    }
}
