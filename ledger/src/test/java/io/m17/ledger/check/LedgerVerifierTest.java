package io.m17.ledger.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.ledger.Ledger;
import io.m17.ledger.SampleState;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.StateFiles;
import io.m17.ledger.state.StateLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerVerifierTest {
    private static final long SEED = 4711;
    private static final int FLIPS = 240;
    private static final int NEAR_LENGTH_BYTES = 12_288;

    @TempDir
    private Path state;

    @BeforeEach
    void fill() throws IOException {
        try (Ledger ledger = Ledger.open(SampleState.options(state), SampleState.NOW_NS)) {
            SampleState.fillAll(ledger, SampleState.DAY);
            ledger.session(SampleState.DAY).clearSlot(SlotColumn.QUOTE, 1, 9, "bad", "ops", SampleState.NOW_NS);
        }
    }

    private Verification verify() {
        return LedgerVerifier.verify(new StateLayout(state), SampleState.options(state));
    }

    @Test
    void findsNothingWrongWithASoundState() {
        Verification verification = verify();
        assertEquals(List.of(), verification.findings());
        assertEquals(List.of(), verification.unreferenced());
        assertEquals(1, verification.sessions());
        assertEquals(28, verification.artifacts());
        assertEquals(390 * (3 * 9 + 2 + 1) - 1, verification.slots());
    }

    @Test
    void namesTheFileThatHasAFlippedByte() throws IOException {
        Random random = new Random(SEED);
        List<Path> files = StateFiles.of(state).stream()
                .filter(file -> !file.endsWith("lock"))
                .toList();
        List<String> missed = new ArrayList<>();
        for (int i = 0; i < FLIPS; i++) {
            Path file = files.get(i % files.size());
            long lengthBytes = Files.size(file);
            long bound = random.nextInt(3) == 0 ? lengthBytes : Math.min(lengthBytes, NEAR_LENGTH_BYTES);
            long offset = random.nextLong(bound);
            int mask = 1 + random.nextInt(255);
            StateFiles.flip(file, offset, mask);
            String name = state.relativize(file).toString();
            List<Finding> findings = verify().findings();
            if (findings.stream().noneMatch(finding -> names(finding, name))) {
                missed.add(name + " offset=" + offset + " mask=" + mask + " found=" + findings);
            }
            StateFiles.flip(file, offset, mask);
        }
        assertEquals(List.of(), missed, () -> "flips that are not found, seed " + SEED);
        assertEquals(List.of(), verify().findings());
    }

    private static boolean names(Finding finding, String file) {
        return finding.toString().contains(file);
    }

    @Test
    void namesTheWindowOfADamagedSlotAndTheRecordOfADamagedMap() throws IOException {
        long blocks = 8192;
        StateFiles.flip(state.resolve("session=2024-07-02/trade-ledger.dat"), blocks + 7 * 160 + 32 + 32 + 9, 1);
        assertEquals(
                "SPY 2024:125:007 trade_ref",
                verify().findings().stream()
                        .filter(finding -> finding.where().contains("2024"))
                        .findFirst()
                        .orElseThrow()
                        .where());
        StateFiles.flip(state.resolve("session=2024-07-02/quote.map"), 4096 + 64 * 11 + 30, 1);
        assertTrue(verify().findings().stream()
                .anyMatch(finding ->
                        finding.file().endsWith("quote.map") && finding.where().equals("record 12")));
    }

    @Test
    void namesAFileThatIsMissing() throws IOException {
        for (Path file : StateFiles.of(state)) {
            String name = state.relativize(file).toString();
            if (!name.equals("lock") && !name.equals("symbol-map.bin")) {
                Path aside = file.resolveSibling("../aside");
                Files.move(file, aside);
                List<Finding> findings = verify().findings();
                assertTrue(findings.stream().anyMatch(finding -> names(finding, name)), () -> name + " " + findings);
                Files.move(aside, file);
            }
        }
        assertEquals(List.of(), verify().findings());
    }

    @Test
    void listsFilesThatNothingPointsAt() throws IOException {
        Files.writeString(state.resolve("session=2024-07-02/artifacts/trade/source=settled/part-9.tmp"), "half");
        Verification verification = verify();
        assertEquals(List.of(), verification.findings());
        assertEquals(
                List.of("session=2024-07-02/artifacts/trade/source=settled/part-9.tmp"), verification.unreferenced());
    }

    @Test
    void changesNoByte() throws IOException {
        List<Path> files = StateFiles.of(state);
        List<String> before = new ArrayList<>();
        for (Path file : files) {
            before.add(io.m17.ledger.state.Sha256.ofFile(file));
        }
        verify();
        assertEquals(files, StateFiles.of(state));
        for (int i = 0; i < files.size(); i++) {
            assertEquals(before.get(i), io.m17.ledger.state.Sha256.ofFile(files.get(i)), files.get(i)::toString);
        }
    }

    @Test
    void findsNothingWrongBesideAWriterThatIsAtRest() throws IOException {
        try (Ledger ledger = Ledger.open(SampleState.options(state), SampleState.NOW_NS)) {
            SampleState.fillAll(ledger, SampleState.EARLY_CLOSE);
            assertEquals(List.of(), verify().findings());
            assertEquals(2, verify().sessions());
        }
    }
}
