package io.m17.proofs.crash;

import io.m17.journal.KillPoint;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Where children are to die, one after the other: every point once, then every point a second and a later time, then
/// all of it again. Thread-safe.
final class Rounds {
    private static final int LAST_COUNT = 40;

    private final Random random;
    private final Deque<Try> left = new ArrayDeque<>();
    private final Map<KillPoint, Long> deaths = new EnumMap<>(KillPoint.class);

    Rounds(Random random) {
        this.random = random;
    }

    /// A point and the how manieth time.
    ///
    /// @param seed of the work before it
    record Try(KillPoint point, int count, long seed) {
        @Override
        public String toString() {
            return point + ":" + count;
        }
    }

    synchronized Try next() {
        if (left.isEmpty()) {
            fill();
        }
        return left.removeFirst();
    }

    synchronized void died(Try at) {
        deaths.merge(at.point(), 1L, Long::sum);
    }

    /// How many died, a point each.
    synchronized Map<KillPoint, Long> deaths() {
        return new EnumMap<>(deaths);
    }

    private void fill() {
        List<Try> first = new ArrayList<>();
        List<Try> later = new ArrayList<>();
        for (KillPoint point : KillPoint.values()) {
            first.add(new Try(point, 1, random.nextLong()));
            later.add(new Try(point, 2, random.nextLong()));
            later.add(new Try(point, 3 + random.nextInt(LAST_COUNT), random.nextLong()));
        }
        Collections.shuffle(first, random);
        Collections.shuffle(later, random);
        left.addAll(first);
        left.addAll(later);
    }
}
