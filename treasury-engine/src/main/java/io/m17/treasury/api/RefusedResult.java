package io.m17.treasury.api;

/// A result of an answer that gave no curve, and why. Results count from 1 over all pages.
public record RefusedResult(long number, String reason) {}
