package io.m17.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.m17.ledger.payload.ArtifactEntry;
import io.m17.ledger.payload.Origin;
import io.m17.ledger.payload.Payload;
import io.m17.ledger.payload.RatePayload;
import io.m17.ledger.session.SessionLedger;
import java.util.Locale;
import java.util.Optional;

/// Payload records field by field.
final class PayloadJson {
    private static final String[] TENORS = {"1M", "2M", "3M", "6M", "1Y", "2Y", "3Y", "5Y", "7Y", "10Y", "20Y", "30Y"};

    private PayloadJson() {}

    static ObjectNode of(SessionLedger session, Payload payload) {
        Origin origin = payload.origin();
        ObjectNode node = Json.object()
                .put("source", origin.source().name().toLowerCase(Locale.ROOT))
                .put("version", origin.version())
                .put("written", NewYork.instant(origin.writtenNs()).toString())
                .put("rows", origin.rowCount())
                .put("shared", origin.shared())
                .put("checksum", Json.hex(origin.checksum()))
                .put("digest", Json.hex(origin.digest()));
        uri(session, origin).ifPresent(uri -> node.put("artifact", uri));
        switch (payload) {
            case Payload.Trade trade -> times(node, origin, trade.firstTs(), trade.lastTs());
            case Payload.Quote quote -> times(node, origin, quote.firstTs(), quote.lastTs());
            case Payload.Aggressor aggressor ->
                node.put("trade_payload_id", aggressor.tradePayloadId())
                        .put("quote_payload_id", aggressor.quotePayloadId());
            case Payload.Greeks greeks ->
                node.put("rf_rate_payload_id", greeks.rfRatePayloadId()).put("greeks_version", greeks.greeksVersion());
            case Payload.Aggregate aggregate ->
                node.put("window_code", aggregate.windowCode())
                        .put("span_from", aggregate.spanFrom())
                        .put("span_to", aggregate.spanTo())
                        .put("complete", aggregate.complete());
        }
        return node;
    }

    /// The rows behind a record: the artifact's name with its row range; empty when there are no rows.
    static Optional<String> uri(SessionLedger session, Origin origin) {
        if (origin.rowCount() == 0 || origin.artifactId() == 0) {
            return Optional.empty();
        }
        ArtifactEntry.Artifact artifact = session.artifacts().artifact(origin.artifactId());
        return Optional.of(artifact.uri() + "#rows=" + origin.firstRow() + "-"
                + (Integer.toUnsignedLong(origin.firstRow()) + origin.rowCount()));
    }

    private static void times(ObjectNode node, Origin origin, long firstTs, long lastTs) {
        if (!origin.shared() && origin.rowCount() > 0) {
            node.put("first", NewYork.instant(firstTs).toString())
                    .put("last", NewYork.instant(lastTs).toString());
        }
    }

    static ObjectNode of(RatePayload rate) {
        ObjectNode node = Json.object()
                .put("source", rate.sourceUri())
                .put("version", rate.version())
                .put("written", NewYork.instant(rate.writtenNs()).toString())
                .put("effective", NewYork.instant(rate.effectiveTs()).toString());
        if (rate.nextEffectiveTs() != 0) {
            node.put("next_effective", NewYork.instant(rate.nextEffectiveTs()).toString());
        }
        ArrayNode tenors = node.putArray("tenor_bps");
        int[] bps = rate.tenorBps();
        for (int i = 0; i < bps.length; i++) {
            ObjectNode tenor = tenors.addObject().put("tenor", TENORS[i]);
            if (bps[i] == RatePayload.ABSENT) {
                tenor.putNull("bps");
            } else {
                tenor.put("bps", bps[i]);
            }
        }
        return node;
    }
}
