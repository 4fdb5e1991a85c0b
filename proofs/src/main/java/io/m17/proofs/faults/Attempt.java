package io.m17.proofs.faults;

import io.m17.journal.JournalException;
import io.m17.journal.RecordLog;
import io.m17.journal.Storage;
import io.m17.ledger.Ledger;
import io.m17.ledger.LedgerException;
import io.m17.ledger.check.LedgerDigest;
import io.m17.ledger.check.LedgerVerifier;
import io.m17.ledger.check.Verification;
import io.m17.ledger.state.StateLayout;
import io.m17.market.artifact.ArtifactException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// One run of the workload into one fault, and what must hold afterwards. Confined to one thread.
final class Attempt {
    private static final int LOOKS = 300;

    private final Beginning beginning;
    private final Path directory;
    private final FaultyStorage storage;
    private final List<String> failures = new ArrayList<>();
    private final Promises promises;
    private String error = "none";

    /// @param directory where it takes place; anything there goes
    Attempt(Beginning beginning, Path directory, FaultyStorage storage) {
        this.beginning = beginning;
        this.directory = directory;
        this.storage = storage;
        this.promises = beginning.promises().on(storage, failures);
    }

    /// What did not hold, a line each.
    List<String> failures() {
        return failures;
    }

    /// What the workload ended in.
    String error() {
        return error;
    }

    /// Runs the workload into the fault, then checks and finishes it without one; returns the content's digest.
    String run() throws Exception {
        beginning.image().restore(directory);
        work();
        leavesNothingMapped();
        reopen();
        Promises afterwards = new Promises(new FaultyStorage(0, Fault.EIO), failures);
        new Script(directory, Storage.SYSTEM, afterwards, beginning.scrubs()).run();
        verify();
        return digest();
    }

    private void work() {
        try {
            new Script(directory, storage, promises, beginning.scrubs()).run();
        } catch (JournalException | LedgerException | ArtifactException | IOException e) {
            error = String.valueOf(e.getMessage());
            if (error.isBlank() || error.indexOf('\n') >= 0) {
                failures.add("the error is not one line [error=" + error + "]");
            }
        } catch (Exception | Error e) {
            error = e.toString();
            failures.add("the error has no type of ours [error=" + e + ", at=" + at(e) + "]");
        }
    }

    private static String at(Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        return trace.length == 0 ? "?" : trace[0] + " < " + (trace.length > 1 ? trace[1] : "");
    }

    /// What is unmapped may be so a moment later, on another thread.
    private void leavesNothingMapped() throws IOException, InterruptedException {
        List<String> mapped = mapped();
        for (int look = 0; look < LOOKS && !mapped.isEmpty(); look++) {
            Thread.sleep(10);
            mapped = mapped();
        }
        mapped.forEach(file -> failures.add("a file stays mapped after everything was closed [file=" + file + "]"));
    }

    private List<String> mapped() throws IOException {
        String ours = directory + "/";
        try (var lines = Files.lines(Path.of("/proc/self/maps"))) {
            return lines.filter(line -> line.contains(ours))
                    .map(line -> line.substring(line.indexOf(ours) + ours.length()))
                    .distinct()
                    .toList();
        }
    }

    /// Opens everything on a sound disk: what was acknowledged is there.
    private void reopen() throws Exception {
        Files.createDirectories(directory);
        try (RecordLog log = Script.openLog(directory, Storage.SYSTEM)) {
            promises.check(log);
            log.verify().forEach(fault -> failures.add("the log has a fault [fault=" + fault + "]"));
        }
        try (Ledger ledger = Ledger.open(Script.options(directory), Script.NOW_NS)) {
            if (ledger.sessions().contains(Script.DAY)) {
                if (beginning.scrubs()) {
                    ledger.scrub(Script.DAY, Script.NOW_NS);
                }
                promises.check(ledger.session(Script.DAY));
            } else if (promises.slots() > 0) {
                failures.add("the session is lost");
            }
        }
    }

    private void verify() {
        StateLayout layout = new StateLayout(Script.options(directory).stateDir());
        Verification found = LedgerVerifier.verify(layout, Script.options(directory));
        found.findings().forEach(finding -> failures.add("verify finds a fault [finding=" + finding + "]"));
        if (!beginning.scrubs()) { // what was set aside is noted
            found.notes().forEach(note -> failures.add("verify has a note after a clean end [note=" + note + "]"));
        }
    }

    private String digest() {
        try (Ledger ledger = Ledger.openReadOnly(Script.options(directory))) {
            return LedgerDigest.of(ledger.session(Script.DAY)).toString();
        }
    }
}
