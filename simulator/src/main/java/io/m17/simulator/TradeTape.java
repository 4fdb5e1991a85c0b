package io.m17.simulator;

import java.util.Arrays;

/// One ticker's trades in time order, as columns that are reused for the next ticker. Prices and sizes in
/// millionths.
///
/// Confined to one thread; `add` allocates only when it grows.
final class TradeTape {
    private int size;
    private long[] sipNs = new long[1024];
    private long[] participantNs = new long[1024];
    private long[] trfNs = new long[1024];
    private long[] price = new long[1024];
    private long[] quantity = new long[1024];
    private long[] sequence = new long[1024];
    private long[] id = new long[1024];
    private int[] exchange = new int[1024];
    private int[] trfId = new int[1024];
    private int[] correction = new int[1024];
    private SaleConditions[] conditions = new SaleConditions[1024];
    private Side[] traderSide = new Side[1024];

    void clear() {
        size = 0;
    }

    /// Appends a print whose SIP time is not before the last one's.
    void add(Print print, long sequenceNumber, long tradeId) {
        if (size == sipNs.length) {
            grow();
        }
        sipNs[size] = print.sipNs();
        participantNs[size] = print.participantNs();
        trfNs[size] = print.trfNs();
        price[size] = print.price();
        quantity[size] = print.size();
        exchange[size] = print.exchange();
        trfId[size] = print.trfId();
        correction[size] = print.correction();
        conditions[size] = print.conditions();
        traderSide[size] = print.traderSide();
        sequence[size] = sequenceNumber;
        id[size++] = tradeId;
    }

    private void grow() {
        int length = Math.multiplyExact(size, 2);
        sipNs = Arrays.copyOf(sipNs, length);
        participantNs = Arrays.copyOf(participantNs, length);
        trfNs = Arrays.copyOf(trfNs, length);
        price = Arrays.copyOf(price, length);
        quantity = Arrays.copyOf(quantity, length);
        sequence = Arrays.copyOf(sequence, length);
        id = Arrays.copyOf(id, length);
        exchange = Arrays.copyOf(exchange, length);
        trfId = Arrays.copyOf(trfId, length);
        correction = Arrays.copyOf(correction, length);
        conditions = Arrays.copyOf(conditions, length);
        traderSide = Arrays.copyOf(traderSide, length);
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

    long trfNs(int index) {
        return trfNs[index];
    }

    long price(int index) {
        return price[index];
    }

    long quantity(int index) {
        return quantity[index];
    }

    long sequence(int index) {
        return sequence[index];
    }

    long id(int index) {
        return id[index];
    }

    int exchange(int index) {
        return exchange[index];
    }

    int trfId(int index) {
        return trfId[index];
    }

    int correction(int index) {
        return correction[index];
    }

    SaleConditions conditions(int index) {
        return conditions[index];
    }

    Side traderSide(int index) {
        return traderSide[index];
    }

    /// Whether the trade stands: regular, or the corrected record of a correction.
    boolean valid(int index) {
        return correction[index] == Correction.NONE || correction[index] == Correction.CORRECTED;
    }

    boolean updatesVolume(int index) {
        return valid(index) && conditions[index].updatesVolume();
    }
}
