package io.m17.ledger.payload;

import io.m17.ledger.PayloadType;

/// A payload record of a session's maps, one record type a map.
public sealed interface Payload {
    Origin origin();

    PayloadType type();

    /// Trades of one minute.
    ///
    /// @param firstTs SIP time of the first row; in a shared record the number of rows before the open
    /// @param lastTs SIP time of the last row; in a shared record the number of rows after the close
    record Trade(Origin origin, long firstTs, long lastTs, Compression compression) implements Payload {
        @Override
        public PayloadType type() {
            return PayloadType.TRADE;
        }

        /// The batch that wrote the rows: one batch, one artifact.
        public int batchId() {
            return origin.artifactId();
        }
    }

    /// Quotes of one minute; the times as in [Trade].
    record Quote(Origin origin, long firstTs, long lastTs) implements Payload {
        @Override
        public PayloadType type() {
            return PayloadType.QUOTE;
        }

        /// The batch that wrote the rows: one batch, one artifact.
        public int batchId() {
            return origin.artifactId();
        }

        public int nbboSampleCount() {
            return origin.rowCount();
        }
    }

    /// The aggressor side of every trade of one minute.
    record Aggressor(Origin origin, long minuteTs, int tradePayloadId, int quotePayloadId) implements Payload {
        @Override
        public PayloadType type() {
            return PayloadType.AGGRESSOR;
        }

        public int observationCount() {
            return origin.rowCount();
        }
    }

    /// Implied volatility and Greeks of a chain at the end of one minute.
    ///
    /// @param greeksVersion the version of the rate slot that it was computed with
    record Greeks(Origin origin, long minuteTs, int rfRatePayloadId, int greeksVersion) implements Payload {
        @Override
        public PayloadType type() {
            return PayloadType.GREEKS;
        }
    }

    /// One rolling aggregate.
    ///
    /// @param windowCode 1 for 1m to 6 for 4h
    /// @param spanFrom the first contributing row of the trade ledger, `symbol_id × 390 + minute`
    /// @param spanTo the row behind the last contributing one
    record Aggregate(Origin origin, long minuteTs, int spanFrom, int spanTo, int windowCode, boolean complete)
            implements Payload {
        @Override
        public PayloadType type() {
            return PayloadType.AGGREGATE;
        }
    }
}
