package io.m17.proofs.races;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;

/// What the threads of a trial do, written as `fill 1; clear 1 | read 2`: an operation and its numbers, two threads.
final class Scenarios {
    private static final int MOST_BEFORE = 2;
    private static final int FEWEST_EACH = 2;
    private static final int MOST_EACH = 4;
    private static final int VERSIONS = 4;
    private static final int NUMBERS = 3;

    private Scenarios() {}

    /// The scenario behind a text, for a subject's operations.
    static ExecutionScenario parse(Class<?> subject, String text) {
        List<List<Actor>> threads = new ArrayList<>();
        for (String thread : text.split("\\|", -1)) {
            threads.add(Arrays.stream(thread.split(";", -1))
                    .map(step -> actor(subject, step.strip()))
                    .toList());
        }
        return new ExecutionScenario(List.of(), threads, List.of(), null);
    }

    /// A random scenario of two threads, which begins with some steps in one. In an operation `T` stands for the
    /// thread, `V` for a version and `N` for a record's number or value.
    static ExecutionScenario random(Class<?> subject, List<String> operations, RandomGenerator random) {
        List<Actor> before = steps(subject, operations, random, 1, random.nextInt(MOST_BEFORE + 1));
        List<List<Actor>> threads = new ArrayList<>();
        for (int thread = 1; thread <= 2; thread++) {
            threads.add(steps(subject, operations, random, thread, random.nextInt(FEWEST_EACH, MOST_EACH + 1)));
        }
        return new ExecutionScenario(before, threads, List.of(), null);
    }

    private static List<Actor> steps(
            Class<?> subject, List<String> operations, RandomGenerator random, int thread, int count) {
        List<Actor> steps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String operation = operations.get(random.nextInt(operations.size()));
            StringBuilder step = new StringBuilder();
            for (String word : operation.split(" ", -1)) {
                step.append(number(word, thread, random)).append(' ');
            }
            steps.add(actor(subject, step.toString().strip()));
        }
        return steps;
    }

    private static String number(String word, int thread, RandomGenerator random) {
        return switch (word) {
            case "T" -> Integer.toString(thread);
            case "V" -> Integer.toString(random.nextInt(VERSIONS));
            case "N" -> Integer.toString(1 + random.nextInt(NUMBERS));
            default -> word;
        };
    }

    private static Actor actor(Class<?> subject, String step) {
        String[] words = step.split(" ", -1);
        List<Integer> numbers =
                Arrays.stream(words).skip(1).map(Integer::valueOf).toList();
        for (Method method : subject.getMethods()) {
            if (method.getName().equals(words[0]) && method.getParameterCount() == numbers.size()) {
                return new Actor(method, numbers);
            }
        }
        throw new IllegalArgumentException(
                "A subject has no such operation [subject=%s, step=%s]".formatted(subject.getSimpleName(), step));
    }
}
