package io.m17.treasury.api;

import io.m17.market.treasury.ParYieldCurve;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// What a fetch brought.
///
/// @param request the first page that was asked for; the key is no part of it
/// @param fetchedAt when the last page had arrived
/// @param curves oldest first, each date once
/// @param refused how many results gave no curve, with the first ten of them
public record YieldsAnswer(
        URI request, Instant fetchedAt, List<ParYieldCurve> curves, long refused, List<RefusedResult> firstRefused) {
    public YieldsAnswer {
        curves = List.copyOf(curves);
        firstRefused = List.copyOf(firstRefused);
    }

    /// The answer as a source of curves: what was asked, when, and how many curves came.
    public String source() {
        return request + "#fetched=" + fetchedAt.truncatedTo(ChronoUnit.SECONDS) + "&curves=" + curves.size();
    }
}
