package io.m17.daemon;

import io.m17.ledger.engine.Progress;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What the engines say that they are at. Thread-safe; a task that has ended is forgotten.
public final class WorkBoard implements Progress {
    private static final int MOST_TASKS = 64;
    private static final int PERCENT = 100;

    private record Share(long done, long total) {
        long percent() {
            return total <= 0 ? 0 : Math.clamp(done * PERCENT / total, 0, PERCENT);
        }
    }

    private final Map<String, Share> tasks = new ConcurrentHashMap<>();

    @Override
    public void at(String task, long done, long total) {
        if (done >= total) {
            tasks.remove(task);
        } else if (tasks.size() < MOST_TASKS || tasks.containsKey(task)) {
            tasks.put(task, new Share(done, total));
        }
    }

    /// The task that is furthest, with its share in percent.
    public Optional<String> furthest() {
        return tasks.entrySet().stream()
                .max(Comparator.comparingLong(entry -> entry.getValue().percent()))
                .map(entry -> entry.getKey() + " " + entry.getValue().percent() + " %");
    }
}
