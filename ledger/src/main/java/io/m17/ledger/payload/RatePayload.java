package io.m17.ledger.payload;

import java.util.Arrays;
import java.util.Objects;

/// A yield curve: the twelve par yields in basis points, from when it counts, and from when the next one does.
///
/// @param effectiveTs publication time, nanoseconds since the Unix epoch; the curve counts from here on, never before
/// @param curveId which family of curves; 1 is the US Treasury's par yields
/// @param tenorBps yields of 1M 2M 3M 6M 1Y 2Y 3Y 5Y 7Y 10Y 20Y 30Y, [#ABSENT] where none was published
/// @param nextEffectiveTs publication time of the following curve, 0 while unknown
/// @param version 1 for the first publication of a date, more for its revisions
/// @param sourceUri the file or address that it came from; cut at the record's room, see `docs/format/payload-maps.md`
/// @param writtenNs write time, nanoseconds since the Unix epoch
public record RatePayload(
        long effectiveTs,
        int curveId,
        int[] tenorBps,
        long nextEffectiveTs,
        int version,
        String sourceUri,
        long writtenNs) {
    public static final int TENORS = 12;

    /// A tenor that the source does not have.
    public static final int ABSENT = Integer.MIN_VALUE;

    public RatePayload {
        Objects.requireNonNull(sourceUri, "sourceUri");
        if (tenorBps.length != TENORS) {
            throw new IllegalArgumentException("a curve has twelve tenors [tenors=" + tenorBps.length + "]");
        }
        tenorBps = tenorBps.clone();
    }

    @Override
    public int[] tenorBps() {
        return tenorBps.clone();
    }

    /// Whether both say the same yields from the same moment on.
    public boolean sameCurve(RatePayload other) {
        return effectiveTs == other.effectiveTs && curveId == other.curveId && Arrays.equals(tenorBps, other.tenorBps);
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof RatePayload other
                && sameCurve(other)
                && nextEffectiveTs == other.nextEffectiveTs
                && version == other.version
                && sourceUri.equals(other.sourceUri)
                && writtenNs == other.writtenNs;
    }

    @Override
    public int hashCode() {
        return Objects.hash(effectiveTs, curveId, version, Arrays.hashCode(tenorBps));
    }

    @Override
    public String toString() {
        return "RatePayload[effectiveTs=" + effectiveTs + ", curveId=" + curveId + ", version=" + version
                + ", tenorBps=" + Arrays.toString(tenorBps) + ", source=" + sourceUri + "]";
    }
}
