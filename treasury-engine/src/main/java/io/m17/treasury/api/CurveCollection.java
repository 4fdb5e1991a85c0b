package io.m17.treasury.api;

import io.m17.market.treasury.ParYieldCurve;
import io.m17.market.treasury.PublishedYield;
import io.m17.market.treasury.Tenor;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// The curves of a fetch, gathered page by page, whatever their order. A result that is none is counted, and the others
/// count; of two results of a date the first does. Confined to one thread.
final class CurveCollection {
    private static final int KEPT_REFUSED = 10;

    private final NavigableMap<LocalDate, ParYieldCurve> curves = new TreeMap<>();
    private final List<RefusedResult> firstRefused = new ArrayList<>();
    private long results;
    private long refused;

    /// @param date as YYYY-MM-DD
    /// @param percents the yields that were published
    void add(String date, Map<Tenor, String> percents) {
        results++;
        try {
            ParYieldCurve curve = curve(date, percents);
            if (curves.putIfAbsent(curve.date(), curve) != null) {
                throw new IllegalArgumentException("the date stands twice [date=" + curve.date() + "]");
            }
        } catch (IllegalArgumentException e) {
            refused++;
            if (firstRefused.size() < KEPT_REFUSED) {
                firstRefused.add(new RefusedResult(results, String.valueOf(e.getMessage())));
            }
        }
    }

    private static ParYieldCurve curve(String date, Map<Tenor, String> percents) {
        int[] tenorBps = new int[Tenor.COUNT];
        Arrays.fill(tenorBps, ParYieldCurve.ABSENT);
        percents.forEach((tenor, percent) -> tenorBps[tenor.index()] = PublishedYield.bps(tenor, percent));
        return ParYieldCurve.publishedAt(parse(date), tenorBps, ParYieldCurve.USUAL_PUBLICATION);
    }

    private static LocalDate parse(String date) {
        try {
            return LocalDate.parse(date);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("the date is not YYYY-MM-DD", e);
        }
    }

    YieldsAnswer answer(URI request, Instant fetchedAt) {
        return new YieldsAnswer(request, fetchedAt, List.copyOf(curves.values()), refused, firstRefused);
    }
}
