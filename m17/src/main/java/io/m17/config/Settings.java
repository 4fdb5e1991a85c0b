package io.m17.config;

import io.m17.aggregation.AggregationPolicy;
import io.m17.greeks.GreeksOptions;
import io.m17.ledger.durability.CommitPolicy;
import io.m17.market.trade.TradeBounds;
import io.m17.nbbo.AggressorPolicy;
import io.m17.s3.BucketOptions;
import io.m17.treasury.api.YieldsApiOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Everything that can be set, checked. `m17-reference.conf` says what each value means and what its default is.
///
/// @param verifyOnStart whether a session is checked and mended before work on it begins
public record Settings(State state, Sources sources, Work work, Metrics metrics, boolean verifyOnStart) {

    /// The state directory, what is decided when it, or a session in it, is made, and when its changes become durable.
    public record State(
            Path directory, int symbolCap, int payloadCapacity, Set<String> equitiesWithRate, CommitPolicy commits) {
        public State {
            equitiesWithRate = Set.copyOf(equitiesWithRate);
        }
    }

    /// Where the input is, and which sessions of it count.
    ///
    /// @param flatfiles the directory of the vendor's files; empty when they are in a bucket, or nowhere
    /// @param bucket that has them
    /// @param treasury the directory of curve files; empty when curves come from the API, or nowhere
    /// @param yieldsApi that has the curves
    /// @param sessions those to work on; when empty, all that there are files of
    public record Sources(
            Optional<Path> flatfiles,
            Optional<BucketOptions> bucket,
            Optional<Path> treasury,
            Optional<YieldsApiOptions> yieldsApi,
            List<LocalDate> sessions,
            Horizon horizon) {
        public Sources {
            sessions = List.copyOf(sessions);
        }
    }

    /// How the engines and the daemon work.
    public record Work(
            long lateAfterNs,
            TradeBounds bounds,
            int partRows,
            int rowsInMemory,
            AggressorPolicy aggressor,
            GreeksOptions greeks,
            AggregationPolicy aggregation,
            int threads,
            Duration watchInterval) {}

    /// Where metrics are served.
    ///
    /// @param host a loopback address
    /// @param port 0 for any free one
    public record Metrics(String host, int port) {}
}
