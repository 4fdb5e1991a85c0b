package io.m17.market.flatfile;

import io.m17.market.trade.TradeBounds;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// How a file is read. A trade whose SIP and participant timestamps differ by more than `lateAfterNs` nanoseconds
/// is late; one outside `bounds` gets a flag. With an `inflater`, decompression runs there while the caller's
/// thread parses; when it does not start soon, the caller's thread does both, so a full pool never blocks a read.
/// `progress` is told on the caller's thread, about once a MiB of CSV, how many bytes of the stored file have been
/// read.
public record ReadOptions(
        long lateAfterNs, TradeBounds bounds, @Nullable Executor inflater, LongConsumer progress) {
    private static final ReadOptions DEFAULTS =
            new ReadOptions(Duration.ofSeconds(60).toNanos(), TradeBounds.DEFAULT, null, bytes -> {});

    public ReadOptions {
        if (lateAfterNs < 0) {
            throw new IllegalArgumentException("a lateness is not negative [lateAfterNs=" + lateAfterNs + "]");
        }
    }

    /// Late after 60 seconds, the usual bounds, everything on the caller's thread, progress told to nobody.
    public static ReadOptions defaults() {
        return DEFAULTS;
    }

    public ReadOptions withLateAfterNs(long lateAfterNs) {
        return new ReadOptions(lateAfterNs, bounds, inflater, progress);
    }

    public ReadOptions withBounds(TradeBounds bounds) {
        return new ReadOptions(lateAfterNs, bounds, inflater, progress);
    }

    public ReadOptions withInflater(Executor inflater) {
        return new ReadOptions(lateAfterNs, bounds, inflater, progress);
    }

    public ReadOptions withProgress(LongConsumer progress) {
        return new ReadOptions(lateAfterNs, bounds, inflater, progress);
    }
}
