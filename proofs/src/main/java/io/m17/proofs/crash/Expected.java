package io.m17.proofs.crash;

import io.m17.ledger.SlotColumn;
import io.m17.ledger.durability.Watermark;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What must, and what may, stand in a site after a crash, from what its workload said. Confined to one thread.
final class Expected implements Witness {
    /// A slot's address.
    record Key(LocalDate session, SlotColumn column, int symbolId, int minute) {}

    /// How far a numbered file got: begun ≥ acknowledged ≥ durable.
    static final class Count {
        long begun;
        long acknowledged;
        long durable;
    }

    /// What a slot may hold.
    static final class History {
        Step.Cell last = Step.Cell.EMPTY;
        final Set<Step.Cell> sinceWatermark = new LinkedHashSet<>(List.of(Step.Cell.EMPTY));
        final Set<Step.Cell> begun = new LinkedHashSet<>();

        boolean touched() {
            return sinceWatermark.size() > 1 || !begun.isEmpty();
        }
    }

    private final Map<Key, History> slots = new HashMap<>();
    private final Set<Key> changed = new HashSet<>();
    private final Map<String, Count> counts = new HashMap<>();
    private final Map<String, Map<Integer, Integer>> versions = new HashMap<>();
    private final Set<String> listed = new HashSet<>();
    private final Set<String> listedDurably = new HashSet<>();
    private final Set<String> voids = new HashSet<>();
    private final Set<String> spoiled = new HashSet<>();
    private final Set<String> sealed = new HashSet<>();
    private final Set<Integer> published = new HashSet<>();
    private long steps;
    private long sinceKill;
    private long marked;
    private Ticks ticks = new Ticks(0);
    private final Recent recent = new Recent();
    private @Nullable Step pending;

    /// The same as it is now, to be held against one image of many.
    Expected copy() {
        Expected copy = new Expected();
        slots.forEach((key, history) -> {
            History copied = copy.slot(key);
            copied.last = history.last;
            copied.sinceWatermark.clear();
            copied.sinceWatermark.addAll(history.sinceWatermark);
            copied.begun.addAll(history.begun);
        });
        copy.changed.addAll(changed);
        counts.forEach((name, count) -> {
            Count copied = copy.count(name);
            copied.begun = count.begun;
            copied.acknowledged = count.acknowledged;
            copied.durable = count.durable;
        });
        versions.forEach((map, ids) -> copy.versionsOf(map).putAll(ids));
        copy.listed.addAll(listed);
        copy.listedDurably.addAll(listedDurably);
        copy.voids.addAll(voids);
        copy.spoiled.addAll(spoiled);
        copy.sealed.addAll(sealed);
        copy.published.addAll(published);
        copy.marked = marked;
        copy.ticks = new Ticks(ticks.now());
        copy.recent.addAll(recent);
        return copy;
    }

    @Override
    public void begins(Step step) {
        steps++;
        sinceKill++;
        pending = step;
        switch (step) {
            case Step.Symbol symbol -> begun("symbols", symbol.id() + 1L);
            case Step.Curve curve -> begun("curves", curve.id());
            case Step.Stored stored -> {
                begun(map(stored.session(), stored.type().label()), stored.id());
                versionsOf(map(stored.session(), stored.type().label())).put(stored.id(), stored.version());
            }
            case Step.Artifact artifact -> begun(map(artifact.session(), "artifacts"), artifact.id());
            case Step.Appended appended -> begun(appended.log(), appended.number());
            case Step.Slot slot -> slot(key(slot)).begun.add(slot.cell());
            case Step.Listed unused -> {}
            case Step.Audited unused -> {}
            case Step.Forced unused -> {}
            case Step.Sealed unused -> {}
            case Step.Watermark unused -> {}
            case Step.Marked unused -> {}
            case Step.Opened unused -> {}
            case Step.Published unused -> {}
        }
    }

    @Override
    public void done() {
        Step step = pending;
        if (step == null) {
            throw new IllegalStateException("nothing was begun");
        }
        pending = null;
        recent.add(ticks.next(), step);
        switch (step) {
            case Step.Symbol symbol -> acknowledged("symbols", symbol.id() + 1L);
            case Step.Listed listed -> {
                this.listed.add(listed.session() + "/" + listed.symbolId());
                Count symbols = count("symbols");
                symbols.durable = Math.max(symbols.durable, listed.symbolId() + 1L);
            }
            case Step.Curve curve -> acknowledged("curves", curve.id());
            case Step.Stored stored ->
                acknowledged(map(stored.session(), stored.type().label()), stored.id());
            case Step.Artifact artifact -> acknowledged(map(artifact.session(), "artifacts"), artifact.id());
            case Step.Audited audited -> acknowledged("audit", audited.count());
            case Step.Appended appended -> acknowledged(appended.log(), appended.number());
            case Step.Forced forced -> count(forced.log()).durable = forced.number();
            case Step.Sealed sealed -> {
                this.sealed.add(sealed.log());
                count(sealed.log()).durable = count(sealed.log()).acknowledged;
            }
            case Step.Slot slot -> {
                History history = slot(key(slot));
                history.last = slot.cell();
                history.sinceWatermark.add(slot.cell());
                history.begun.clear();
                changed.add(key(slot));
            }
            case Step.Watermark unused -> watermark();
            case Step.Marked marked -> this.marked = Math.max(this.marked, marked.commits());
            case Step.Published published -> {
                for (int minute = published.fromMinute(); minute < published.toMinute(); minute++) {
                    this.published.add(minute);
                }
            }
            case Step.Opened unused -> {}
        }
    }

    /// Takes a line of a [PipeWitness].
    void line(String line) {
        if (line.equals(PipeWitness.DONE)) {
            done();
        } else {
            begins(Step.parse(line));
        }
    }

    /// The writer is gone; what it had begun stays begun.
    void killed() {
        pending = null;
        sinceKill = 0;
    }

    /// Everything stands as it was found and is on the disk.
    void settle(Map<Key, Step.Cell> found, Map<String, Long> foundCounts) {
        slots.clear();
        found.forEach((key, cell) -> {
            History history = slot(key);
            history.last = cell;
            history.sinceWatermark.clear();
            history.sinceWatermark.add(cell);
        });
        changed.clear();
        recent.clear();
        foundCounts.forEach((name, number) -> {
            Count count = count(name);
            count.begun = number;
            count.acknowledged = number;
            count.durable = number;
        });
        counts.keySet().retainAll(foundCounts.keySet());
        listedDurably.addAll(listed);
        spoiled.clear();
    }

    /// Takes the ledger's own watermark, as it was found after a crash, at its word: what was done when that commit
    /// began must be there. What is wrong with it, if anything is.
    Optional<String> trust(Watermark found) {
        recent.upTo(found.upToNs(), this);
        return found.commits() < marked
                ? Optional.of("the watermark is older than the writer said [found=" + found.commits() + ", at_least="
                        + marked + "]")
                : Optional.empty();
    }

    /// How many steps were done, as a clock.
    Ticks ticks() {
        return ticks;
    }

    private void watermark() {
        recent.clear();
        for (Key key : changed) {
            History history = slot(key);
            history.sinceWatermark.clear();
            history.sinceWatermark.add(history.last);
        }
        changed.clear();
        counts.forEach((name, count) -> {
            if (!isOwnLog(name)) {
                count.durable = count.acknowledged;
            }
        });
        listedDurably.addAll(listed);
    }

    /// A session does not list a symbol, and need not.
    void notListed(LocalDate session, int symbolId) {
        listed.remove(session + "/" + symbolId);
    }

    /// Whether a record may be void: it was lost before, or may have been lost now, which is remembered.
    boolean mayBeVoid(String name, long number, boolean isVoid, long kept) {
        String record = name + "#" + number;
        if (isVoid && number > kept) {
            voids.add(record);
        }
        return isVoid && voids.contains(record);
    }

    /// The proof itself took a record away behind the durable mark, as a power loss would have; it stays void however
    /// far the log is forced afterwards.
    void spoil(String log, long number) {
        spoiled.add(log);
        voids.add(log + "#" + number);
    }

    /// Whether only its writer did something to the log.
    boolean stillWhole(String log) {
        return !spoiled.contains(log);
    }

    static String map(LocalDate session, String kind) {
        return session + "/" + kind;
    }

    static boolean isOwnLog(String name) {
        return name.startsWith("fixed-") || name.startsWith("variable-");
    }

    Count count(String name) {
        return counts.computeIfAbsent(name, absent -> new Count());
    }

    /// The slot's history; that of a slot that nobody touched is empty.
    History slot(Key key) {
        return slots.computeIfAbsent(key, absent -> new History());
    }

    /// The same, without making one.
    @Nullable
    History find(Key key) {
        return slots.get(key);
    }

    Map<Integer, Integer> versionsOf(String map) {
        return versions.computeIfAbsent(map, absent -> new HashMap<>());
    }

    Set<String> listed(boolean durablyOnly) {
        return durablyOnly ? listedDurably : listed;
    }

    /// A symbol that is listed for good.
    void listedDurably(Step.Listed step) {
        listedDurably.add(step.session() + "/" + step.symbolId());
    }

    Set<String> sealed() {
        return sealed;
    }

    Set<Integer> published() {
        return published;
    }

    Set<String> names() {
        return Set.copyOf(counts.keySet());
    }

    long steps() {
        return steps;
    }

    /// How many steps were begun since the last kill.
    long stepsSinceKill() {
        return sinceKill;
    }

    private void begun(String name, long number) {
        count(name).begun = number;
    }

    private void acknowledged(String name, long number) {
        Count count = count(name);
        count.acknowledged = number;
        count.begun = Math.max(count.begun, number);
    }

    static Key key(Step.Slot slot) {
        return new Key(slot.session(), slot.column(), slot.symbolId(), slot.minute());
    }
}
