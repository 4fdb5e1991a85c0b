package io.m17.proofs.races;

import io.m17.journal.CorruptRecordException;
import io.m17.journal.FixedLogTailer;
import io.m17.journal.FixedRecordLog;
import io.m17.journal.LogOwner;
import io.m17.journal.RecordLog;
import io.m17.journal.RecordLogTailer;
import io.m17.proofs.Budget;
import io.m17.proofs.Outcome;
import io.m17.proofs.PlantedBug;
import io.m17.proofs.Proof;
import io.m17.proofs.Scratch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/// A tailer in this process sees every record that another process appends, whole and in order, while that process is
/// killed and started again on the same files.
public final class TailerProof implements Proof {
    private static final int GENERATIONS = 3;
    private static final int LONGEST_LIFE_MS = 600;
    private static final int MOST_FAILURES = 20;
    private static final long PAUSE_NS = 1_000_000;
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration PLANTED = Duration.ofSeconds(5);

    @Override
    public String name() {
        return "tailer";
    }

    @Override
    public String unit() {
        return "records followed";
    }

    @Override
    public int weight() {
        return 1;
    }

    @Override
    public Outcome run(Budget budget) throws IOException {
        SplittableRandom random = new SplittableRandom(budget.seed());
        List<String> failures = new ArrayList<>();
        Path planted = Files.createDirectory(budget.scratch().resolve("planted"));
        PlantedBug torn = new PlantedBug("torn tail (another process)", findsTornTail(planted));
        long records = 0;
        int round = 0;
        do {
            Path directory = Files.createDirectory(budget.scratch().resolve("round-" + round++));
            records += follow(directory, random, failures);
            if (failures.isEmpty()) {
                Scratch.delete(directory);
            }
        } while (!budget.spent() && failures.size() < MOST_FAILURES);
        return Outcome.of(records, failures, List.of(torn));
    }

    private static boolean findsTornTail(Path directory) throws IOException {
        List<String> found = new ArrayList<>();
        Following following = new Following("variable", false, 1, found);
        ChildJvm writer = start(TornTailWriter.class, directory, 0);
        try (RecordLog log = RecordLog.openReadOnly(TailerWriter.variable(directory), 2, LogOwner.NONE);
                RecordLogTailer tailer = log.tailer(1)) {
            long startNs = System.nanoTime();
            while (found.isEmpty() && System.nanoTime() - startNs < PLANTED.toNanos()) {
                poll(tailer, following);
            }
        } catch (CorruptRecordException e) {
            found.add(String.valueOf(e.getMessage()));
        } finally {
            writer.close();
        }
        return !found.isEmpty();
    }

    private static long follow(Path directory, SplittableRandom random, List<String> failures) throws IOException {
        int appenders = GENERATIONS * TailerWriter.APPENDERS;
        Following fixed = new Following("fixed", true, appenders, failures);
        Following variable = new Following("variable", false, appenders, failures);
        ChildJvm writer = start(TailerWriter.class, directory, 0);
        try (FixedRecordLog fixedLog = FixedRecordLog.openReadOnly(TailerWriter.fixed(directory), 1);
                RecordLog variableLog = RecordLog.openReadOnly(TailerWriter.variable(directory), 2, LogOwner.NONE);
                RecordLogTailer variableTailer = variableLog.tailer(1)) {
            FixedLogTailer fixedTailer = fixedLog.tailer(1);
            for (int generation = 1; generation <= GENERATIONS; generation++) {
                long lifeNs =
                        Duration.ofMillis(random.nextInt(1, LONGEST_LIFE_MS)).toNanos();
                long bornNs = System.nanoTime();
                while (System.nanoTime() - bornNs < lifeNs) {
                    poll(fixedTailer, fixedLog.bodyBytes(), fixed);
                    poll(variableTailer, variable);
                }
                writer.close();
                poll(fixedTailer, fixedLog.bodyBytes(), fixed);
                poll(variableTailer, variable);
                if (generation < GENERATIONS) {
                    writer = start(TailerWriter.class, directory, generation);
                }
            }
            compare(directory, fixedTailer.number(), variableTailer.number(), failures);
        } catch (CorruptRecordException e) {
            failures.add("a tailer met a torn record: " + e.getMessage());
        } finally {
            writer.close();
        }
        return fixed.records() + variable.records();
    }

    private static void poll(FixedLogTailer tailer, int bodyBytes, Following following) {
        byte[] body = new byte[bodyBytes];
        while (tailer.poll(body)) {
            following.take(tailer.number(), body);
        }
    }

    private static void poll(RecordLogTailer tailer, Following following) {
        while (tailer.poll()) {
            following.take(tailer.number(), tailer.body());
        }
    }

    /// Nothing that was followed is gone after the last recovery, and both logs are sound.
    private static void compare(Path directory, long fixedLast, long variableLast, List<String> failures)
            throws IOException {
        try (FixedRecordLog fixed = FixedRecordLog.open(TailerWriter.fixed(directory), TailerWriter.FIXED);
                RecordLog variable = RecordLog.open(TailerWriter.variable(directory), TailerWriter.VARIABLE)) {
            if (fixed.count() < fixedLast) {
                failures.add("fixed: %d followed, %d there".formatted(fixedLast, fixed.count()));
            }
            if (variable.count() != variableLast) {
                failures.add("variable: %d followed, %d there".formatted(variableLast, variable.count()));
            }
            fixed.verify().forEach(fault -> failures.add(fault.toString()));
            variable.verify().forEach(fault -> failures.add(fault.toString()));
        }
    }

    /// Starts a writer and waits until it has opened the logs.
    private static ChildJvm start(Class<?> main, Path directory, int generation) throws IOException {
        List<String> arguments = List.of(directory.toString(), Integer.toString(generation));
        ChildJvm writer = ChildJvm.start(directory, main, List.of("-Xmx256m"), arguments);
        long startNs = System.nanoTime();
        while (Files.notExists(TailerWriter.ready(directory, generation))) {
            if (!writer.process().isAlive() || System.nanoTime() - startNs > START.toNanos()) {
                writer.close();
                throw new IOException("The writer did not start [output=" + writer.output() + "]");
            }
            LockSupport.parkNanos(PAUSE_NS);
        }
        return writer;
    }
}
