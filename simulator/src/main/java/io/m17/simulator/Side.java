package io.m17.simulator;

/// Who was the aggressor of a trade; `UNKNOWN` also stands for the absence of one (auctions, official prints).
enum Side {
    BUY,
    SELL,
    UNKNOWN
}
