package io.m17.simulator;

/// The best bid and ask with their sizes, in millionths; 0 means that the side is empty. A value.
record Book(long bidPrice, long bidSize, long askPrice, long askSize) {
    static final Book EMPTY = new Book(0, 0, 0, 0);

    boolean usable() {
        return bidPrice > 0 && askPrice > 0 && bidPrice <= askPrice;
    }

    long spread() {
        return askPrice - bidPrice;
    }

    Book withoutBid() {
        return new Book(0, 0, askPrice, askSize);
    }

    Book withoutAsk() {
        return new Book(bidPrice, bidSize, 0, 0);
    }

    Book withBid(long price) {
        return new Book(price, bidSize, askPrice, askSize);
    }
}
