package io.m17.proofs.races;

import io.m17.journal.Reservations;

/// What a fixed-stride log does when one thread works at a time: the specification of [FixedLogTrial].
public final class FixedLogModel {
    private final long[] taken = new long[FixedLogTrial.THREADS];
    private final int[] tailed = new int[FixedLogTrial.THREADS];
    private final int[] values = new int[FixedLogTrial.CAPACITY + 2];
    private long reserved;
    private boolean refused;

    /// As [FixedLogTrial#take].
    public long take(int thread) {
        if (taken[thread] > 0) {
            return taken[thread];
        }
        if (refused) {
            return Reservations.REFUSED;
        }
        if (reserved == FixedLogTrial.CAPACITY) {
            return Reservations.NO_ROOM;
        }
        taken[thread] = ++reserved;
        return reserved;
    }

    /// As [FixedLogTrial#publish].
    public boolean publish(int thread, int value) {
        if (taken[thread] == 0) {
            return false;
        }
        values[(int) taken[thread]] = value;
        taken[thread] = 0;
        return true;
    }

    /// As [FixedLogTrial#read].
    public int read(int number) {
        return values[number];
    }

    /// As [FixedLogTrial#tail].
    public int tail(int thread) {
        int value = values[tailed[thread] + 1];
        tailed[thread] += value > 0 ? 1 : 0;
        return value;
    }

    /// As [FixedLogTrial#count].
    public long count() {
        int count = 0;
        while (values[count + 1] != 0) {
            count++;
        }
        return count;
    }

    /// As [FixedLogTrial#refuse].
    public void refuse() {
        refused = true;
    }
}
