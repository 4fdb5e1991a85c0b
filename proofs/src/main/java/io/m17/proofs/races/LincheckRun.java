package io.m17.proofs.races;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Options;
import org.jetbrains.lincheck.datastructures.StressOptions;

/// Runs Lincheck in a process of its own, as it rewrites the classes that it checks. Prints a line a check:
/// `LINCHECK planted RULE found`, or `LINCHECK checked SUBJECT SCENARIOS held`; what Lincheck says of a broken one
/// stands before its line.
public final class LincheckRun {
    /// What a line of results begins with.
    static final String MARK = "LINCHECK";
    /// Between the fields of a line.
    static final String FIELD = "\t";

    private static final int INVOCATIONS = 300;
    private static final int MODEL_SCENARIOS = 2;
    private static final int STRESS_SCENARIOS = 1;

    private final SplittableRandom random;

    private LincheckRun(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /// `LincheckRun SECONDS SEED`: the planted bugs, then each subject at least once.
    public static void main(String[] args) {
        long deadlineNs =
                System.nanoTime() + Duration.ofSeconds(Long.parseLong(args[0])).toNanos();
        LincheckRun run = new LincheckRun(Long.parseLong(args[1]));
        for (LincheckSubject.Planted planted : LincheckSubject.Planted.values()) {
            plant(planted);
        }
        do {
            for (LincheckSubject subject : LincheckSubject.values()) {
                run.check(subject, new ModelCheckingOptions(), MODEL_SCENARIOS);
                run.check(subject, new StressOptions(), STRESS_SCENARIOS);
            }
        } while (System.nanoTime() - deadlineNs < 0);
    }

    /// The scenario must hold without the flaw, and not with it.
    private static void plant(LincheckSubject.Planted planted) {
        LincheckSubject sound = planted.sound();
        boolean found = !holds(
                new ModelCheckingOptions(),
                planted.trial(),
                sound.model(),
                Stream.of(Scenarios.parse(planted.trial(), planted.scenario())));
        print("planted", planted.rule(), found ? "found" : "missed");
        boolean held = holds(
                new ModelCheckingOptions(),
                sound.trial(),
                sound.model(),
                Stream.of(Scenarios.parse(sound.trial(), planted.scenario())));
        print("checked", sound.name(), "1", held ? "held" : "broken");
    }

    private <O extends Options<O, ?>> void check(LincheckSubject subject, O options, int scenarios) {
        List<String> operations = subject.operations();
        boolean held = holds(
                options,
                subject.trial(),
                subject.model(),
                Stream.generate(() -> Scenarios.random(subject.trial(), operations, random))
                        .limit(scenarios));
        print("checked", subject.name(), Integer.toString(scenarios), held ? "held" : "broken");
    }

    private static <O extends Options<O, ?>> boolean holds(
            O options, Class<?> trial, Class<?> model, Stream<ExecutionScenario> scenarios) {
        options.iterations(0)
                .invocationsPerIteration(INVOCATIONS)
                .minimizeFailedScenario(false)
                .sequentialSpecification(model);
        scenarios.forEach(options::addCustomScenario);
        try {
            options.check(trial);
            return true;
        } catch (LincheckAssertionError e) {
            System.out.println(e.getMessage());
            return false;
        }
    }

    private static void print(String... fields) {
        System.out.println(MARK + FIELD + String.join(FIELD, fields));
    }
}
