package io.m17.proofs.faults;

import io.m17.config.Overrides;
import io.m17.config.Settings;
import io.m17.config.SettingsFile;
import io.m17.daemon.Completion;
import io.m17.daemon.Daemon;
import io.m17.daemon.StopSignal;
import io.m17.journal.JournalException;
import io.m17.journal.Storage;
import io.m17.ledger.LedgerException;
import io.m17.proofs.Budget;
import io.m17.proofs.Outcome;
import io.m17.proofs.PlantedBug;
import io.m17.proofs.Proof;
import io.m17.proofs.Scratch;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Claim: whichever call to the storage fails while all engines fill a day, and however, the day is complete and
/// has the same content once the daemon has run to its end on a sound disk. Engines run side by side, so the n-th
/// call is not the same one in every run.
public final class EngineCallsProof implements Proof {
    private static final int MOST_FAILURES = 20;
    private static final List<Fault> FAULTS =
            List.of(Fault.ENOSPC, Fault.EIO, Fault.EIO_AFTERWARDS, Fault.SHORT_WRITE, Fault.TORN_WRITE);

    private record Try(int call, Fault fault) {}

    @Override
    public String name() {
        return "engine-calls";
    }

    @Override
    public String unit() {
        return "failed calls";
    }

    @Override
    public int weight() {
        return 2;
    }

    @Override
    public Outcome run(Budget budget) throws Exception {
        SampleDay day = SampleDay.of(budget);
        try (Scratch scratch = Scratch.of(budget, name())) {
            return run(budget, day, scratch.directory());
        }
    }

    private static Outcome run(Budget budget, SampleDay day, Path scratch) throws Exception {
        FaultyStorage sound = new FaultyStorage(0, Fault.EIO);
        List<String> failures = new ArrayList<>();
        Path state = scratch.resolve("engines");
        fill(day, state, sound).ifPresent(failures::add);
        Scratch.delete(state);
        PlantedBug planted = new PlantedBug(
                "an engine that does not go on",
                !attempt(day, day.withoutCurves(), state, new Try(1, Fault.ENOSPC))
                        .isEmpty());
        Scratch.delete(state);
        List<Try> tries = tries(sound.calls(), new Random(budget.seed()));
        long count = 0;
        do {
            for (Try each : tries) {
                if (failures.size() >= MOST_FAILURES || (count > 0 && budget.spent())) {
                    break;
                }
                String failed = "call " + each.call() + " of " + sound.calls().size() + " " + each.fault() + ": ";
                attempt(day, day, state, each).forEach(failure -> failures.add(failed + failure));
                Scratch.delete(state);
                count++;
            }
        } while (failures.isEmpty() && !budget.spent());
        return Outcome.of(count, failures, List.of(planted));
    }

    private static List<Try> tries(List<String> calls, Random random) {
        List<Try> tries = new ArrayList<>();
        for (int call = 1; call <= calls.size(); call++) {
            for (Fault fault : FAULTS) {
                if (!fault.ofWrites() || calls.get(call - 1).startsWith("write ")) {
                    tries.add(new Try(call, fault));
                }
            }
        }
        Collections.shuffle(tries, random);
        return tries;
    }

    /// @param later the day as the daemon finds it that goes on
    private static List<String> attempt(SampleDay day, SampleDay later, Path state, Try each) throws Exception {
        FaultyStorage faulty = new FaultyStorage(each.call(), each.fault());
        Optional<String> met = fill(day, state, faulty);
        String call =
                faulty.calls().size() < each.call() ? "none" : faulty.calls().get(each.call() - 1);
        String tried = " [call=" + call + ", met=" + met.orElse("nothing") + "]";
        List<String> failures = new ArrayList<>();
        fill(later, state, Storage.SYSTEM).ifPresent(failure -> failures.add("it does not go on: " + failure + tried));
        if (failures.isEmpty() && !SampleDay.digest(state).equals(day.digest())) {
            failures.add("the digest is another" + tried);
        }
        return failures;
    }

    /// Runs all engines to their end; what they complained of, when the day is not done.
    private static Optional<String> fill(SampleDay day, Path state, Storage storage) {
        Settings settings = SettingsFile.defaults(
                new Overrides(Optional.of(state), Optional.of(day.files()), Optional.of(day.treasury()), List.of()));
        try (Daemon daemon = Daemon.open(settings, InstantSource.system(), storage)) {
            daemon.start();
            Completion completion = daemon.runToEnd(new StopSignal(), () -> {});
            return completion.stuck().isEmpty()
                    ? Optional.empty()
                    : Optional.of(completion.stuck().toString());
        } catch (LedgerException | JournalException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
