package io.m17.proofs.crash;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The steps that were done since the last moment at which all was known to be on the disk, in their order. Confined to
/// one thread.
final class Recent {
    private record Done(long tick, Step step) {}

    private final List<Done> steps = new ArrayList<>();

    void add(long tick, Step step) {
        steps.add(new Done(tick, step));
    }

    void addAll(Recent other) {
        steps.addAll(other.steps);
    }

    void clear() {
        steps.clear();
    }

    /// Says of all steps up to a tick that they are on the disk.
    void upTo(long tick, Expected expected) {
        Map<Expected.Key, Set<Step.Cell>> cells = new HashMap<>();
        for (Done done : steps) {
            boolean durable = done.tick() <= tick;
            if (done.step() instanceof Step.Slot slot) {
                slot(Expected.key(slot), slot.cell(), durable, cells);
            } else if (durable) {
                durable(done.step(), expected);
            }
        }
        cells.forEach((key, possible) -> {
            Set<Step.Cell> since = expected.slot(key).sinceWatermark;
            since.clear();
            since.addAll(possible);
        });
    }

    /// From the last durable step on, a slot may hold what each step left in it.
    private static void slot(
            Expected.Key key, Step.Cell cell, boolean durable, Map<Expected.Key, Set<Step.Cell>> cells) {
        if (durable) {
            Set<Step.Cell> last = new LinkedHashSet<>();
            last.add(cell);
            cells.put(key, last);
        } else if (cells.containsKey(key)) {
            cells.get(key).add(cell);
        }
    }

    private static void durable(Step step, Expected expected) {
        switch (step) {
            case Step.Symbol symbol -> count("symbols", symbol.id() + 1L, expected);
            case Step.Listed listed -> expected.listedDurably(listed);
            case Step.Curve curve -> count("curves", curve.id(), expected);
            case Step.Stored stored ->
                count(Expected.map(stored.session(), stored.type().label()), stored.id(), expected);
            case Step.Artifact artifact ->
                count(Expected.map(artifact.session(), "artifacts"), artifact.id(), expected);
            case Step.Audited audited -> count("audit", audited.count(), expected);
            case Step.Slot unused -> {}
            case Step.Appended unused -> {}
            case Step.Forced unused -> {}
            case Step.Sealed unused -> {}
            case Step.Watermark unused -> {}
            case Step.Marked unused -> {}
            case Step.Opened unused -> {}
            case Step.Published unused -> {}
        }
    }

    private static void count(String name, long number, Expected expected) {
        Expected.Count count = expected.count(name);
        count.durable = Math.max(count.durable, number);
    }
}
