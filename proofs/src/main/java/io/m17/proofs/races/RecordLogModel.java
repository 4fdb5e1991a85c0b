package io.m17.proofs.races;

import java.util.ArrayList;
import java.util.List;

/// What a variable-length log does when one thread works at a time: the specification of [RecordLogTrial].
public final class RecordLogModel {
    private final List<Integer> values = new ArrayList<>();
    private final int[] tailed = new int[RecordLogTrial.THREADS];

    /// As [RecordLogTrial#append].
    public long append(int value) {
        values.add(value);
        return values.size();
    }

    /// As [RecordLogTrial#read].
    public int read(int number) {
        return number > values.size() ? 0 : values.get(number - 1);
    }

    /// As [RecordLogTrial#tail].
    public int tail(int thread) {
        int value = read(tailed[thread] + 1);
        tailed[thread] += value > 0 ? 1 : 0;
        return value;
    }

    /// As [RecordLogTrial#count].
    public long count() {
        return values.size();
    }
}
