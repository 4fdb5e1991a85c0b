package io.m17.treasury;

import io.m17.market.treasury.ParYieldCurve;

/// A curve and the file or address that it came from.
record SourcedCurve(ParYieldCurve curve, String source) {}
