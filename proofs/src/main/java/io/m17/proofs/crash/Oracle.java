package io.m17.proofs.crash;

import io.m17.ledger.Ledger;
import io.m17.ledger.LedgerOptions;
import io.m17.ledger.check.Finding;
import io.m17.ledger.check.LedgerVerifier;
import io.m17.ledger.state.StateLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Recovers a site after a crash and holds it against what its workload had said: what must be there is there and
/// equal, nothing is there that was never written, every slot is empty, or leads to a valid record, and recovering
/// once more changes no byte. Confined to one thread.
final class Oracle {
    private static final long LONGEST_RECOVERY_NS = Duration.ofSeconds(20).toNanos();

    private final CrashSite site;
    private final Expected expected;
    private final Loss loss;
    private final List<String> faults = new ArrayList<>();
    private final Map<Expected.Key, Step.Cell> cells = new java.util.HashMap<>();
    private final Map<String, Long> counts = new TreeMap<>();
    private long recoveryNs;

    private Oracle(CrashSite site, Expected expected, Loss loss) {
        this.site = site;
        this.expected = expected;
        this.loss = loss;
    }

    /// @param faults what does not hold, one line each
    /// @param recoveryNs how long opening took
    record Verdict(List<String> faults, long recoveryNs) {}

    /// Recovers and checks the site, leaves it cleanly closed, and takes what it found for what stands there now.
    static Verdict check(CrashSite site, Expected expected, Loss loss) {
        return new Oracle(site, expected, loss).run(true);
    }

    /// The same without the second recovery.
    static Verdict checkOnce(CrashSite site, Expected expected, Loss loss) {
        return new Oracle(site, expected, loss).run(false);
    }

    private Verdict run(boolean twice) {
        try {
            recoverAndCheck();
            if (twice) {
                recoverAgain();
            }
            expected.settle(cells, counts);
        } catch (IOException | RuntimeException | InternalError e) {
            fault("recovery failed: " + e + at(e));
        }
        return new Verdict(faults, recoveryNs);
    }

    private void recoverAgain() throws IOException {
        Map<String, Long> once = Fingerprint.of(site.root());
        new Recovery(site, options()).run();
        Map<String, Long> twice = Fingerprint.of(site.root());
        if (!once.equals(twice)) {
            twice.entrySet().removeAll(once.entrySet());
            fault("recovering twice changes bytes " + twice.keySet());
        }
    }

    private static String at(Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(4, trace.length); i++) {
            text.append(" at ").append(trace[i]);
        }
        return text.toString();
    }

    private void recoverAndCheck() throws IOException {
        long startNs = System.nanoTime();
        LedgerOptions options = options();
        try (Ledger ledger = Ledger.open(options, Content.NOW_NS)) {
            recoveryNs = System.nanoTime() - startNs;
            expected.trust(ledger.watermark()).ifPresent(this::fault);
            new LedgerOracle(ledger, expected, loss, cells, counts, faults).check();
        }
        if (Files.isDirectory(new StateLayout(options.stateDir()).session(CrashSite.PUBLISHED))) {
            LedgerVerifier.verify(new StateLayout(options.stateDir()), options, List.of(CrashSite.PUBLISHED))
                    .findings()
                    .stream()
                    .map(Finding::toString)
                    .forEach(this::fault);
        }
        recoveryNs += new LogOracle(site, expected, loss, counts, faults).check();
        if (recoveryNs > LONGEST_RECOVERY_NS) {
            fault("recovery took " + recoveryNs / 1_000_000 + " ms");
        }
    }

    private LedgerOptions options() {
        return site.options(Commitment.ON_REQUEST.policy(), expected.ticks());
    }

    private void fault(String what) {
        faults.add(what);
    }

    /// Opens and closes everything.
    private record Recovery(CrashSite site, LedgerOptions options) {
        void run() throws IOException {
            Ledger.open(options, Content.NOW_NS).close();
            LogOracle.openAndClose(site);
        }
    }
}
