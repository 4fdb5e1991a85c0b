package io.m17.proofs.corruption;

import io.m17.ledger.Ledger;
import io.m17.ledger.LedgerKind;
import io.m17.ledger.Reason;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.SlotStatus;
import io.m17.ledger.check.LedgerVerifier;
import io.m17.ledger.session.SessionLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A ledger file of a session, checked by the verifier of the whole session and read through its rows and counts.
record LedgerSubject(String file, SealedState state, LedgerKind kind, long blocksOffset) implements Subject {
    @Override
    public List<Range> header() {
        return List.of(new Range(0, blocksOffset));
    }

    @Override
    public Set<SlotColumn> columns() {
        return Set.copyOf(SlotColumn.of(kind));
    }

    @Override
    public List<String> faults() {
        return LedgerVerifier.verify(state.layout(), state.options(), List.of(state.date())).findings().stream()
                .map(Object::toString)
                .filter(finding -> finding.contains(kind.fileName()))
                .toList();
    }

    @Override
    public List<Object> values() {
        return LogFiles.values(() -> {
            try (Ledger ledger = Ledger.openReadOnly(state.options())) {
                SessionLedger session = ledger.session(state.date());
                List<Object> values = new ArrayList<>();
                for (int symbolId = 0; symbolId < session.symbols().count(); symbolId++) {
                    addSymbol(session, symbolId, values);
                }
                return values;
            }
        });
    }

    private void addSymbol(SessionLedger session, int symbolId, List<Object> values) {
        values.add(Refused.or(() -> session.listed(symbolId)));
        for (SlotColumn column : SlotColumn.of(kind)) {
            values.add(Refused.or(() -> session.expects(symbolId, column)));
            values.add(Refused.or(() -> session.counts(column, symbolId)));
            values.add(Refused.or(() -> session.nextUnfilledWindow(column, symbolId, 0)));
            for (int minute = 0; minute < session.minutes(); minute++) {
                int at = minute;
                values.add(Refused.or(() -> readable(session.slot(column, symbolId, at))));
            }
        }
    }

    /// A slot that says of itself that it is damaged is a refusal.
    private static Object readable(Slot slot) {
        boolean damaged = slot.status() == SlotStatus.EMPTY
                && (slot.reason() == Reason.DAMAGED || slot.reason() == Reason.TORN_WRITE);
        return damaged ? Refused.TYPED : slot;
    }
}
