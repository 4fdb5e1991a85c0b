package io.m17.market.flatfile;

/// A line that was not delivered, and why. Lines count from 1, the header.
public record MalformedRow(long line, String reason) {}
