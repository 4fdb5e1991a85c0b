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
import java.util.OptionalInt;
import java.util.Set;

/// A ledger file of a session, checked slot by slot down to the records and read through its rows and counts.
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
        Object found = Refused.or(() -> {
            try (Ledger ledger = Ledger.openReadOnly(state.options())) {
                return LedgerVerifier.verifySlots(ledger, ledger.session(state.date()), kind);
            }
        });
        return found instanceof List<?> findings
                ? findings.stream().map(Object::toString).toList()
                : List.of("the file is refused");
    }

    /// A slot on a page of zeros is one that nobody ever filled, and is the next to be filled.
    @Override
    public boolean isOlder(Object was, Object is) {
        return switch (is) {
            case Slot slot -> slot.word() == 0 && slot.status() == SlotStatus.EMPTY;
            case OptionalInt next -> next.isPresent() && was instanceof OptionalInt;
            default -> false;
        };
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
            values.add(Refused.or(() -> nextUnfilled(session, column, symbolId)));
            for (int minute = 0; minute < session.minutes(); minute++) {
                int at = minute;
                values.add(Refused.or(() -> readable(session.slot(column, symbolId, at))));
            }
        }
    }

    /// A damaged slot is unfilled; to be told of it is no other value.
    private static Object nextUnfilled(SessionLedger session, SlotColumn column, int symbolId) {
        OptionalInt minute = session.nextUnfilledWindow(column, symbolId, 0);
        boolean damaged =
                minute.isPresent() && readable(session.slot(column, symbolId, minute.getAsInt())) == Refused.TYPED;
        return damaged ? Refused.TYPED : minute;
    }

    /// A slot that says of itself that it is damaged is a refusal.
    private static Object readable(Slot slot) {
        boolean damaged = slot.status() == SlotStatus.EMPTY
                && (slot.reason() == Reason.DAMAGED || slot.reason() == Reason.TORN_WRITE);
        return damaged ? Refused.TYPED : slot;
    }
}
