package io.m17.proofs.faults;

import io.m17.ledger.Ledger;
import io.m17.ledger.LedgerException;
import io.m17.proofs.Budget;
import io.m17.proofs.Outcome;
import io.m17.proofs.PlantedBug;
import io.m17.proofs.Proof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Claim: of any number that open one state directory for writing at the same moment exactly one gets it, and the
/// others are refused in one line, whether they are processes or threads of one, and whether they name the
/// directory or a link to it; who is killed lets go at once; the real daemon ends with exit code 3.
public final class TwoDaemonsProof implements Proof {
    private static final int THREADS = 4;
    private static final int KILL_EVERY = 40;

    @Override
    public String name() {
        return "two-daemons";
    }

    @Override
    public String unit() {
        return "openings at once";
    }

    @Override
    public int weight() {
        return 2;
    }

    @Override
    public int longWeight() {
        return 1;
    }

    @Override
    public Outcome run(Budget budget) throws Exception {
        Path directory = Files.createDirectories(budget.scratch().resolve("home"));
        Path link = Files.createSymbolicLink(budget.scratch().resolve("link"), directory);
        List<Path> names = List.of(directory, link);
        List<String> failures = new ArrayList<>();
        Random random = new Random(budget.seed());
        Contender one = Contender.start(budget.scratch());
        Contender two = Contender.start(budget.scratch());
        PlantedBug planted;
        long count = 0;
        try {
            planted = new PlantedBug(
                    "a lock that each has for itself",
                    findsTwoHolders(one, two, directory, budget.scratch().resolve("other")));
            do {
                String first = "open " + names.get(random.nextInt(2));
                String second = "open " + names.get(random.nextInt(2));
                List<Contender> pair = random.nextBoolean() ? List.of(one, two) : List.of(two, one);
                pair.get(0).order(first);
                pair.get(1).order(second);
                boolean firstHolds = judge(pair.get(0).answer(), pair.get(1).answer(), failures);
                Contender holder = pair.get(firstHolds ? 0 : 1);
                if (count % KILL_EVERY == 4) {
                    refusesTheDaemon(budget.scratch(), link, count, failures);
                    holder.kill();
                    Contender fresh = Contender.start(budget.scratch());
                    one = holder == one ? fresh : one;
                    two = holder == two ? fresh : two;
                } else {
                    holder.order("close");
                    holder.answer();
                }
                threads(names, failures);
                count += 2;
            } while (failures.isEmpty() && !budget.spent());
        } finally {
            one.close();
            two.close();
        }
        return Outcome.of(count, failures, List.of(planted));
    }

    private static boolean findsTwoHolders(Contender one, Contender two, Path directory, Path other)
            throws IOException {
        one.order("open " + directory);
        two.order("open " + Files.createDirectories(other));
        List<String> found = new ArrayList<>();
        judge(one.answer(), two.answer(), found);
        for (Contender each : List.of(one, two)) {
            each.order("close");
            each.answer();
        }
        return !found.isEmpty();
    }

    /// Whether the first holds the ledger.
    private static boolean judge(String first, String second, List<String> failures) {
        boolean firstHolds = first.startsWith("held");
        boolean secondHolds = second.startsWith("held");
        String refusal = firstHolds ? second : first;
        if (firstHolds == secondHolds || !refusal.startsWith("refused the state directory is in use")) {
            failures.add("not exactly one holds the directory [first=" + first + ", second=" + second + "]");
        }
        return firstHolds;
    }

    private static void refusesTheDaemon(Path scratch, Path link, long count, List<String> failures) throws Exception {
        M17Process.End end = M17Process.run(
                scratch.resolve("daemon-" + count),
                "run",
                "--state-dir",
                Script.options(link).stateDir().toString());
        long complaints =
                end.err().lines().filter(line -> line.startsWith("m17: ")).count();
        if (end.code() != 3 || complaints != 1 || !end.complaint().contains("is in use")) {
            failures.add("a second daemon is not refused with exit 3 and one line [" + end + "]");
        }
    }

    private static void threads(List<Path> names, List<String> failures) throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        CyclicBarrier end = new CyclicBarrier(THREADS);
        int holders = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<Boolean>> opened = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                Path directory = names.get(thread % names.size());
                opened.add(threads.submit(() -> holds(directory, start, end)));
            }
            for (Future<Boolean> each : opened) {
                holders += each.get() ? 1 : 0;
            }
        }
        if (holders != 1) {
            failures.add("of the threads not exactly one holds the directory [holders=" + holders + "]");
        }
    }

    private static boolean holds(Path directory, CyclicBarrier start, CyclicBarrier end) throws Exception {
        start.await();
        try (Ledger ledger = Ledger.open(Script.options(directory), Script.NOW_NS)) {
            end.await();
            return ledger.incarnation() > 0;
        } catch (LedgerException e) {
            end.await();
            return false;
        }
    }
}
