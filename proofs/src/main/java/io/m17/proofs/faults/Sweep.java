package io.m17.proofs.faults;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// Every call of every beginning, in every way in which it can fail, in random order and each once. Thread-safe.
final class Sweep {
    private final Deque<Try> left = new ArrayDeque<>();
    private final Map<String, Coverage> coverage = new LinkedHashMap<>();
    private final Map<Beginning, List<String>> calls;

    /// One call that fails.
    ///
    /// @param call its number, from 1
    record Try(Beginning beginning, int call, Fault fault) {}

    private record Coverage(int tried, int of) {
        Coverage plus(int more, int moreOf) {
            return new Coverage(tried + more, of + moreOf);
        }
    }

    /// @param calls what each beginning asks of its storage, in order
    Sweep(Map<Beginning, List<String>> calls, Random random) {
        this.calls = Map.copyOf(calls);
        List<Try> all = new ArrayList<>();
        calls.forEach((beginning, names) -> {
            for (int call = 1; call <= names.size(); call++) {
                for (Fault fault : Fault.values()) {
                    if (fault != Fault.LIE
                            && (!fault.ofWrites() || names.get(call - 1).startsWith("write "))) {
                        all.add(new Try(beginning, call, fault));
                    }
                }
            }
        });
        all.forEach(each -> count(each, 0, 1));
        Collections.shuffle(all, random);
        left.addAll(all);
    }

    /// The next, until each was there once.
    synchronized Optional<Try> next() {
        return Optional.ofNullable(left.pollFirst());
    }

    synchronized void done(Try tried) {
        count(tried, 1, 0);
    }

    /// What the call was.
    String name(Try of) {
        return calls.getOrDefault(of.beginning(), List.of()).get(of.call() - 1);
    }

    /// A line for each beginning and fault.
    synchronized List<String> coverage() {
        List<String> lines = new ArrayList<>();
        coverage.forEach((what, covered) -> lines.add(what + ": " + covered.tried() + " of " + covered.of() + " calls"
                + (covered.tried() == covered.of() ? ", every one" : "")));
        return lines;
    }

    private void count(Try each, int tried, int of) {
        String what = each.fault() + " after " + each.beginning().name();
        coverage.merge(what, new Coverage(tried, of), (old, more) -> old.plus(more.tried(), more.of()));
    }
}
