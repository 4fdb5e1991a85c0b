package io.m17.daemon;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the supervisor does beside waiting: tell systemd that it lives, say which engine is stuck. Confined to the
/// supervising thread.
final class Housekeeping {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private final ServiceNotifier systemd;
    private final EngineWatch watch;
    private final Set<String> stuck = new HashSet<>();
    private Instant toldAt = Instant.MIN;

    Housekeeping(ServiceNotifier systemd, EngineWatch watch) {
        this.systemd = systemd;
        this.watch = watch;
    }

    void tick(Instant now) {
        systemd.watchdog().map(interval -> interval.dividedBy(2)).ifPresent(half -> {
            if (due(toldAt, half, now)) {
                systemd.alive();
                toldAt = now;
            }
        });
        Map<String, String> stuckNow = watch.stuck();
        stuckNow.forEach((engine, failure) -> {
            if (stuck.add(engine)) {
                LOG.error("an engine fails again and again [engine={}, failure={}]", engine, failure);
            }
        });
        stuck.retainAll(stuckNow.keySet());
    }

    /// A clock that was set back counts as due.
    static boolean due(Instant last, Duration interval, Instant now) {
        return now.isBefore(last) || !now.isBefore(last.plus(interval));
    }
}
