package io.m17.proofs.races;

import io.m17.ledger.SlotStatus;
import java.util.Arrays;

/// What one slot does when one thread works at a time: the specification that [SlotTrial] is held against. A write wins
/// when nobody has written since the thread last looked.
public final class SlotModel {
    private final State[] seen = new State[SlotTrial.THREADS];
    private State state = new State(0, SlotStatus.FILLED, SlotStatus.EMPTY, 1, 1);

    /// @param writes how many there were
    private record State(int writes, SlotStatus status, SlotStatus prior, int id, int version) {}

    /// Filled, as a claim of a process that is gone counts for nothing.
    public SlotModel() {
        Arrays.fill(seen, state);
    }

    /// As [SlotTrial#read].
    public String read(int thread) {
        seen[thread] = seen[thread].writes() == state.writes()
                ? seen[thread]
                : new State(state.writes(), state.status(), SlotStatus.EMPTY, state.id(), state.version());
        return state.status() + " NONE " + state.id() + " v" + state.version();
    }

    /// As [SlotTrial#claim].
    public boolean claim(int thread) {
        State now = seen[thread];
        return now.status() != SlotStatus.PENDING
                && now.status() != SlotStatus.RETIRED
                && write(thread, SlotStatus.PENDING, now.status(), now.id(), now.version());
    }

    /// As [SlotTrial#fill].
    public boolean fill(int thread) {
        State now = seen[thread];
        return now.status() != SlotStatus.RETIRED
                && write(thread, SlotStatus.FILLED, SlotStatus.EMPTY, now.id() + 1, now.version() + 1);
    }

    /// As [SlotTrial#release].
    public boolean release(int thread) {
        State now = seen[thread];
        return now.status() == SlotStatus.PENDING
                && write(thread, now.prior(), SlotStatus.EMPTY, now.id(), now.version());
    }

    /// As [SlotTrial#clear].
    public boolean clear(int thread) {
        return write(thread, SlotStatus.CLEARED, SlotStatus.EMPTY, 0, 0);
    }

    /// As [SlotTrial#retire].
    public boolean retire(int thread) {
        return write(thread, SlotStatus.RETIRED, SlotStatus.EMPTY, 0, 0);
    }

    /// As [SlotTrial#set].
    public boolean set(int thread, int expectedVersion, int version) {
        if (state.status() == SlotStatus.RETIRED || state.version() != expectedVersion || version < expectedVersion) {
            return false;
        }
        seen[thread] = state;
        return write(thread, SlotStatus.FILLED, SlotStatus.EMPTY, state.id() + 1, version);
    }

    private boolean write(int thread, SlotStatus status, SlotStatus prior, int id, int version) {
        if (seen[thread].writes() != state.writes()) {
            return false;
        }
        state = new State(state.writes() + 1, status, prior, id, version);
        seen[thread] = state;
        return true;
    }
}
