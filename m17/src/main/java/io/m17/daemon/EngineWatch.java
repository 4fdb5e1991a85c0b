package io.m17.daemon;

import io.m17.ledger.engine.Engine;
import io.m17.ledger.engine.EngineHealth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Watches engines from outside: which have nothing left to do, and which fail again and again. Thread-safe.
final class EngineWatch {
    /// So many failures without a turn that succeeds, and an engine counts as stuck.
    static final int STUCK_FAILURES = 5;

    private record Standing(long successes, long failuresThen) {}

    private final List<Engine> engines;
    private final Map<String, Standing> standings = new HashMap<>();

    EngineWatch(List<Engine> engines) {
        this.engines = List.copyOf(engines);
    }

    /// The engines that failed [#STUCK_FAILURES] times since their last success, or that died of an error, with the
    /// last failure.
    synchronized Map<String, String> stuck() {
        Map<String, String> stuck = new HashMap<>();
        for (Engine engine : engines) {
            EngineHealth health = engine.health();
            boolean died = health.state() == EngineHealth.State.STOPPED && health.failures() > 0;
            if (died || streak(engine.name(), health) >= STUCK_FAILURES) {
                stuck.put(engine.name(), health.lastFailure());
            }
        }
        return stuck;
    }

    /// Whether every engine found nothing to do since the ledger's last change, or is stuck.
    boolean settled(long changes) {
        Map<String, String> stuck = stuck();
        return engines.stream()
                .allMatch(engine -> engine.health().idleSinceChange() == changes || stuck.containsKey(engine.name()));
    }

    /// Whether every engine runs and none is stuck.
    boolean healthy() {
        return stuck().isEmpty()
                && engines.stream().allMatch(engine -> engine.health().state() != EngineHealth.State.STOPPED);
    }

    private long streak(String name, EngineHealth health) {
        long successes = health.turns() - health.failures();
        Standing standing = standings.get(name);
        if (standing == null || standing.successes() != successes) {
            long failuresThen = standing == null ? 0 : health.failures();
            standing = new Standing(successes, failuresThen);
            standings.put(name, standing);
        }
        return health.failures() - standing.failuresThen();
    }
}
