package io.m17.simulator;

/// A trade's price in millionths and whether only an off-exchange venue prints such a price.
record TradePrice(long price, boolean offExchange) {}
