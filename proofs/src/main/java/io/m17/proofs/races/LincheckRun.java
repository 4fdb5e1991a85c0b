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

    private static final String NOT_LINEARIZABLE = "= Invalid execution results =";
    private static final String HOLDS = "";
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
        String said = verdict(
                new ModelCheckingOptions(),
                planted.trial(),
                sound.model(),
                Stream.of(Scenarios.parse(planted.trial(), planted.scenario())));
        print("planted", planted.rule(), said.contains(NOT_LINEARIZABLE) ? "found" : "missed");
        String verdict = verdict(
                new ModelCheckingOptions(),
                sound.trial(),
                sound.model(),
                Stream.of(Scenarios.parse(sound.trial(), planted.scenario())));
        print("checked", sound.name(), "1", verdict.equals(HOLDS) ? "held" : "broken");
    }

    private <O extends Options<O, ?>> void check(LincheckSubject subject, O options, int scenarios) {
        List<String> operations = subject.operations();
        String verdict = verdict(
                options,
                subject.trial(),
                subject.model(),
                Stream.generate(() -> Scenarios.random(subject.trial(), operations, random))
                        .limit(scenarios));
        print("checked", subject.name(), Integer.toString(scenarios), verdict.equals(HOLDS) ? "held" : "broken");
    }

    /// What Lincheck says, or [#HOLDS].
    private static <O extends Options<O, ?>> String verdict(
            O options, Class<?> trial, Class<?> model, Stream<ExecutionScenario> scenarios) {
        options.iterations(0)
                .invocationsPerIteration(INVOCATIONS)
                .minimizeFailedScenario(false)
                .sequentialSpecification(model);
        scenarios.forEach(options::addCustomScenario);
        try {
            options.check(trial);
            return HOLDS;
        } catch (LincheckAssertionError e) {
            String said = String.valueOf(e.getMessage());
            System.out.println(said);
            return said;
        }
    }

    private static void print(String... fields) {
        System.out.println(MARK + FIELD + String.join(FIELD, fields));
    }
}
