package io.m17.proofs.corruption;

import io.m17.journal.LogOwner;
import io.m17.journal.RecordLog;
import io.m17.ledger.Ledger;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.audit.AuditLog;
import io.m17.ledger.payload.ArtifactLog;
import io.m17.ledger.payload.RateMap;
import io.m17.ledger.state.StateLock;
import io.m17.ledger.symbol.SymbolMap;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The files that there is one of.
final class SharedSubjects {
    private SharedSubjects() {}

    record Symbols(String file, Path path) implements Subject {
        @Override
        public List<Range> header() {
            return LogFiles.HEADER;
        }

        @Override
        public Set<SlotColumn> columns() {
            return Set.of();
        }

        @Override
        public List<String> faults() {
            return LogFiles.faults(() -> {
                try (SymbolMap map = SymbolMap.openReadOnly(path)) {
                    return map.verify();
                }
            });
        }

        @Override
        public List<Object> values() {
            return LogFiles.values(() -> {
                try (SymbolMap map = SymbolMap.openReadOnly(path)) {
                    List<Object> values = new ArrayList<>(List.of(map.cap()));
                    for (int id = 0; id < map.count(); id++) {
                        values.add(map.symbol(id));
                    }
                    return values;
                }
            });
        }
    }

    record Rates(String file, Path path, int records) implements Subject {
        @Override
        public List<Range> header() {
            return LogFiles.HEADER;
        }

        @Override
        public Set<SlotColumn> columns() {
            return Set.of(SlotColumn.RF_RATE);
        }

        @Override
        public List<String> faults() {
            return LogFiles.faults(() -> {
                try (RateMap map = RateMap.openReadOnly(path)) {
                    return map.verify();
                }
            });
        }

        @Override
        public List<Object> values() {
            return LogFiles.values(() -> {
                try (RateMap map = RateMap.openReadOnly(path)) {
                    List<Object> values = new ArrayList<>(List.of(map.curves())); // records last: damage adds some
                    for (int id = 1; id <= Math.max(records, map.count()); id++) {
                        int read = id;
                        values.add(Refused.or(() -> map.read(read)));
                    }
                    return values;
                }
            });
        }
    }

    record Audit(String file, Path path) implements Subject {
        @Override
        public List<Range> header() {
            return LogFiles.HEADER;
        }

        @Override
        public Set<SlotColumn> columns() {
            return Set.of();
        }

        @Override
        public List<String> faults() {
            return LogFiles.faults(() -> {
                try (AuditLog log = open()) {
                    return log.verify();
                }
            });
        }

        @Override
        public List<Object> values() {
            return LogFiles.values(() -> {
                try (AuditLog log = open()) {
                    List<Object> values = new ArrayList<>();
                    log.forEach(values::add);
                    return values;
                }
            });
        }

        private AuditLog open() throws Exception {
            return new AuditLog(RecordLog.openReadOnly(path, Ledger.AUDIT_KIND, LogOwner.NONE));
        }
    }

    record Artifacts(String file, Path path, LocalDate date, long records) implements Subject {
        @Override
        public List<Range> header() {
            return LogFiles.HEADER;
        }

        @Override
        public Set<SlotColumn> columns() {
            return EnumSet.complementOf(EnumSet.of(SlotColumn.RF_RATE));
        }

        @Override
        public List<String> faults() {
            return LogFiles.faults(() -> {
                try (ArtifactLog log = ArtifactLog.openReadOnly(path, date)) {
                    return log.verify();
                }
            });
        }

        @Override
        public List<Object> values() {
            return LogFiles.values(() -> {
                try (ArtifactLog log = ArtifactLog.openReadOnly(path, date)) {
                    List<Object> values = new ArrayList<>();
                    for (long number = 1; number <= Math.max(records, log.count()); number++) {
                        long read = number;
                        values.add(Refused.or(() -> log.find(read)));
                    }
                    return values;
                }
            });
        }
    }

    record Lock(String file, Path path) implements Subject {
        @Override
        public List<Range> header() {
            return List.of(new Range(0, 256));
        }

        @Override
        public Set<SlotColumn> columns() {
            return Set.of();
        }

        @Override
        public List<String> faults() {
            return LogFiles.faults(() -> {
                StateLock.holder(path);
                return List.of();
            });
        }

        @Override
        public List<Object> values() {
            return LogFiles.values(() -> List.of(StateLock.holder(path)));
        }
    }
}
