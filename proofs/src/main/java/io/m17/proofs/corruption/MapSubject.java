package io.m17.proofs.corruption;

import io.m17.ledger.PayloadType;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.payload.PayloadMap;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A payload map of a session.
///
/// @param records that it has when undamaged
record MapSubject(String file, Path path, PayloadType type, LocalDate date, int records) implements Subject {
    @Override
    public List<Range> header() {
        return LogFiles.HEADER;
    }

    @Override
    public Set<SlotColumn> columns() {
        return SlotColumn.ALL.stream()
                .filter(column -> column.payloadType() == type)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<String> faults() {
        return LogFiles.faults(() -> {
            try (PayloadMap map = PayloadMap.openReadOnly(path, type, date)) {
                return map.verify();
            }
        });
    }

    @Override
    public List<Object> values() {
        return LogFiles.values(() -> {
            try (PayloadMap map = PayloadMap.openReadOnly(path, type, date)) {
                List<Object> values = new ArrayList<>(); // records last, as damage may change their count
                for (int symbolId = 0; symbolId < 8; symbolId++) {
                    int symbol = symbolId;
                    values.add(Refused.or(() -> map.sharedRecord(symbol, 0)));
                    values.add(Refused.or(() -> map.sharedRecord(symbol, 1)));
                }
                int last = Math.max(records, map.count());
                for (int id = 1; id <= last; id++) {
                    int read = id;
                    values.add(Refused.or(() -> map.read(read)));
                }
                return values;
            }
        });
    }
}
