package io.m17.ledger.payload;

import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/// Which record the empty windows of a symbol share: the last one written. Filled from the map when first asked, kept
/// up with every append. Thread-safe.
final class SharedRecords {
    private record Key(int symbolId, int windowCode) {}

    private final ConcurrentHashMap<Key, Integer> ids = new ConcurrentHashMap<>();
    private boolean loaded;

    synchronized void load(PayloadMap map) {
        if (loaded) {
            return;
        }
        int count = map.count();
        for (int id = 1; id <= count; id++) {
            if (map.contains(id)) {
                Payload payload = map.read(id);
                if (payload.origin().shared()) {
                    add(payload, id);
                }
            }
        }
        loaded = true;
    }

    void add(Payload payload, int id) {
        int windowCode = payload instanceof Payload.Aggregate aggregate ? aggregate.windowCode() : 0;
        ids.merge(new Key(payload.origin().symbolId(), windowCode), id, Math::max);
    }

    OptionalInt find(int symbolId, int windowCode) {
        Integer id = ids.get(new Key(symbolId, windowCode));
        return id == null ? OptionalInt.empty() : OptionalInt.of(id);
    }
}
