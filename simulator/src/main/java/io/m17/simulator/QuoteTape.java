package io.m17.simulator;

import java.util.Arrays;

/// One ticker's quotes in time order, as columns that are reused for the next ticker. Prices and sizes in
/// millionths.
///
/// Index is the order of generation, which is the order of (SIP time, sequence). Confined to one thread; `add`
/// allocates only when it grows.
final class QuoteTape {
    private int size;
    private long[] sipNs = new long[1024];
    private long[] participantNs = new long[1024];
    private long[] bidPrice = new long[1024];
    private long[] askPrice = new long[1024];
    private long[] bidSize = new long[1024];
    private long[] askSize = new long[1024];
    private int[] bidExchange = new int[1024];
    private int[] askExchange = new int[1024];
    private long[] sequence = new long[1024];

    void clear() {
        size = 0;
    }

    /// Appends a quote whose SIP time is not before the last one's.
    void add(long sip, long participant, Book book, int bidVenue, int askVenue, long sequenceNumber) {
        if (size == sipNs.length) {
            grow();
        }
        sipNs[size] = sip;
        participantNs[size] = participant;
        bidPrice[size] = book.bidPrice();
        askPrice[size] = book.askPrice();
        bidSize[size] = book.bidSize();
        askSize[size] = book.askSize();
        bidExchange[size] = bidVenue;
        askExchange[size] = askVenue;
        sequence[size++] = sequenceNumber;
    }

    private void grow() {
        int length = Math.multiplyExact(size, 2);
        sipNs = Arrays.copyOf(sipNs, length);
        participantNs = Arrays.copyOf(participantNs, length);
        bidPrice = Arrays.copyOf(bidPrice, length);
        askPrice = Arrays.copyOf(askPrice, length);
        bidSize = Arrays.copyOf(bidSize, length);
        askSize = Arrays.copyOf(askSize, length);
        bidExchange = Arrays.copyOf(bidExchange, length);
        askExchange = Arrays.copyOf(askExchange, length);
        sequence = Arrays.copyOf(sequence, length);
    }

    int size() {
        return size;
    }

    long sipNs(int index) {
        return sipNs[index];
    }

    long participantNs(int index) {
        return participantNs[index];
    }

    long bidPrice(int index) {
        return bidPrice[index];
    }

    long askPrice(int index) {
        return askPrice[index];
    }

    long bidSize(int index) {
        return bidSize[index];
    }

    long askSize(int index) {
        return askSize[index];
    }

    int bidExchange(int index) {
        return bidExchange[index];
    }

    int askExchange(int index) {
        return askExchange[index];
    }

    long sequence(int index) {
        return sequence[index];
    }

    boolean twoSided(int index) {
        return bidPrice[index] > 0 && askPrice[index] > 0;
    }

    /// Whether a midpoint exists: both sides, not crossed; locked is usable.
    boolean usable(int index) {
        return twoSided(index) && bidPrice[index] <= askPrice[index];
    }

    /// Twice the midpoint in millionths of a dollar, exact.
    long doubleMid(int index) {
        return bidPrice[index] + askPrice[index];
    }

    double midDollars(int index) {
        return doubleMid(index) / (2.0 * Micros.PER_UNIT);
    }
}
