package io.m17.aggregation;

import io.m17.ledger.Reason;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.payload.Payload;
import io.m17.ledger.session.Claim;
import io.m17.ledger.session.SessionLedger;
import io.m17.market.artifact.AggregateColumns;
import io.m17.market.column.Column;
import io.m17.market.column.ContentChecksum;
import io.m17.publication.ArtifactReaders;
import io.m17.publication.Derivation;
import io.m17.publication.InputDigest;
import io.m17.publication.Publisher;
import io.m17.publication.SlotReads;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// Derives the aggregate windows of one instrument after the other. Confined to one thread.
///
/// A one-minute window depends on its trades, what belongs to them, and the rules; a longer one on the content of the
/// one-minute windows that it spans, whose digest slides from minute to minute by one addition and one subtraction.
final class AggregateWorker implements Derivation.Worker {
    private static final List<AggregateWindow> WINDOWS = List.of(AggregateWindow.values());

    private final SessionLedger session;
    private final AggregationPolicy policy;
    private final DayBars dayBars;
    private final ContentChecksum checksums = new ContentChecksum();
    private final long nowNs;

    AggregateWorker(SessionLedger session, ArtifactReaders readers, AggregationPolicy policy, long nowNs) {
        this.session = session;
        this.policy = policy;
        this.dayBars = new DayBars(session, readers, policy);
        this.nowNs = nowNs;
    }

    @Override
    public boolean derive(int symbolId, Publisher publisher) {
        return new Symbol(symbolId, publisher).derive();
    }

    @Override
    public Map<SlotColumn, BitSet> stale(int symbolId) {
        DayInputs inputs = DayInputs.read(session, symbolId, policy);
        Map<SlotColumn, BitSet> stale = new EnumMap<>(SlotColumn.class);
        BitSet staleMinutes =
                SlotReads.stale(session, SlotColumn.AGGS_1M, symbolId, inputs::ready, inputs::ready, inputs::digest);
        stale.put(SlotColumn.AGGS_1M, staleMinutes);
        Slot[] slots = SlotReads.slots(session, SlotColumn.AGGS_1M, symbolId);
        BitSet known = new BitSet();
        int[] minuteChecksums = new int[slots.length];
        for (int minute = 0; minute < slots.length; minute++) {
            known.set(minute, slots[minute].filled() && !staleMinutes.get(minute));
            minuteChecksums[minute] = slots[minute].checksum();
        }
        for (AggregateWindow window : WINDOWS.subList(1, WINDOWS.size())) {
            int[] digests = spanDigests(window, minuteChecksums);
            SlotColumn column = SlotColumn.AGGREGATES.get(window.ordinal());
            IntPredicate spanned = minute -> isKnown(known, minute, window, slots.length);
            stale.put(column, SlotReads.stale(session, column, symbolId, spanned, spanned, minute -> digests[minute]));
        }
        return stale;
    }

    /// Whether the content of every minute of a window is known.
    private static boolean isKnown(BitSet known, int minute, AggregateWindow window, int minutes) {
        return known.nextClearBit(minute) >= Math.min(minute + window.minutes(), minutes);
    }

    /// What the windows that start at each minute depend on: a sum over their one-minute windows that slides.
    private static int[] spanDigests(AggregateWindow window, int[] minuteChecksums) {
        int minutes = minuteChecksums.length;
        int[] digests = new int[minutes];
        long sum = 0;
        int end = 0;
        for (int minute = 0; minute < minutes; minute++) {
            while (end < Math.min(minute + window.minutes(), minutes)) {
                sum += InputDigest.element(end, minuteChecksums[end]);
                end++;
            }
            digests[minute] = InputDigest.ofSum(sum);
            sum -= InputDigest.element(minute, minuteChecksums[minute]);
        }
        return digests;
    }

    /// The windows of one instrument.
    private final class Symbol {
        private final int symbolId;
        private final Publisher publisher;
        private final AggregateColumns columns;
        private final DayInputs inputs;
        private final int minutes = session.minutes();
        /// Whether the content of a minute's one-minute window is known, and its checksum.
        private final BitSet known = new BitSet();
        private final int[] minuteChecksums = new int[minutes];
        /// The minutes of a chain that have trades and no Greeks.
        private final BitSet withoutGreeks;
        private @Nullable RollingBars bars;
        private boolean changed;

        Symbol(int symbolId, Publisher publisher) {
            this.symbolId = symbolId;
            this.publisher = publisher;
            this.columns = AggregateColumns.of(publisher.rows());
            this.inputs = DayInputs.read(session, symbolId, policy);
            this.withoutGreeks = withoutGreeks();
        }

        boolean derive() {
            minuteWindows();
            for (AggregateWindow window : WINDOWS.subList(1, WINDOWS.size())) {
                longerWindows(window);
            }
            return changed;
        }

        private void minuteWindows() {
            int[] digests = new int[minutes];
            BitSet stale = new BitSet();
            for (int minute = 0; minute < minutes; minute++) {
                if (inputs.ready(minute)) {
                    digests[minute] = inputs.digest(minute);
                    Slot slot = session.slot(SlotColumn.AGGS_1M, symbolId, minute);
                    if (SlotReads.isCurrent(session, slot, digests[minute])) {
                        known.set(minute);
                        minuteChecksums[minute] = slot.checksum();
                    } else {
                        stale.set(minute);
                    }
                } else if (inputs.trades()[minute].unavailable()) {
                    explain(minute);
                }
            }
            for (Claim claim : claim(SlotColumn.AGGS_1M, stale)) {
                int from = columns.count();
                add(claim, AggregateWindow.ONE_MINUTE, digests[claim.minute()]);
                known.set(claim.minute());
                minuteChecksums[claim.minute()] = checksums.of(publisher.rows(), from, columns.count());
            }
        }

        private void explain(int minute) {
            for (SlotColumn column : SlotColumn.AGGREGATES) {
                changed |= session.giveReason(column, symbolId, minute, Reason.INPUT_MISSING, nowNs);
            }
        }

        private void longerWindows(AggregateWindow window) {
            SlotColumn column = SlotColumn.AGGREGATES.get(window.ordinal());
            int[] digests = spanDigests(window, minuteChecksums);
            BitSet stale = new BitSet();
            for (int minute = 0; minute < minutes; minute++) {
                Slot slot = session.slot(column, symbolId, minute);
                boolean wanted = isKnown(known, minute, window, minutes);
                stale.set(minute, wanted && !SlotReads.isCurrent(session, slot, digests[minute]));
            }
            for (Claim claim : claim(column, stale)) {
                add(claim, window, digests[claim.minute()]);
            }
        }

        private List<Claim> claim(SlotColumn column, BitSet stale) {
            List<Claim> claims = SlotReads.claim(session, "aggregation", column, symbolId, stale, nowNs);
            changed |= !claims.isEmpty();
            publisher.hold(claims);
            return claims;
        }

        private void add(Claim claim, AggregateWindow window, int digest) {
            int minute = claim.minute();
            int row = symbolId * BarColumns.MAX_MINUTES;
            int code = window.ordinal() + 1;
            if (digest == InputDigest.NONE) {
                publisher.emptyWindow(
                        claim, origin -> new Payload.Aggregate(origin, 0, row, row + minutes, code, false));
                return;
            }
            int from = columns.count();
            boolean complete = window.isComplete(minute, minutes);
            append(window, minute, complete);
            int spanTo = row + Math.min(minute + window.minutes(), minutes);
            long minuteTs = session.window(minute).startNs();
            publisher.window(
                    claim,
                    from,
                    columns.count(),
                    digest,
                    origin -> new Payload.Aggregate(origin, minuteTs, row + minute, spanTo, code, complete));
        }

        /// Appends the window's row, or none when there is nothing to say of it.
        private void append(AggregateWindow window, int minute, boolean complete) {
            if (bars == null) {
                bars = dayBars.of(symbolId, inputs);
            }
            BarColumns bar = bars.bars(window);
            if (bar.isEmpty(minute)) {
                return;
            }
            columns.instrument.append(session.symbols().symbol(symbolId));
            columns.window.append(window.label());
            columns.windowStart.append(session.window(minute).startNs());
            columns.open.append(bar.open(minute));
            columns.high.append(bar.high(minute));
            columns.low.append(bar.low(minute));
            columns.close.append(bar.close(minute));
            columns.volume.append(bar.volume(minute));
            columns.tradeCount.append(bar.tradeCount(minute));
            columns.vwap.append(bar.vwap(minute));
            columns.buyVolume.append(bar.buyVolume(minute));
            columns.sellVolume.append(bar.sellVolume(minute));
            columns.unknownVolume.append(bar.unknownVolume(minute));
            columns.complete.append(complete ? 1 : 0);
            columns.callVolume.append(inputs.chain() ? bar.callVolume(minute) : Column.NULL);
            columns.putVolume.append(inputs.chain() ? bar.putVolume(minute) : Column.NULL);
            columns.premium.append(inputs.chain() ? bar.premium(minute) : Column.NULL);
            columns.netDeltaFlow.append(hasDeltas(window, minute) ? bar.netDeltaFlow(minute) : Double.NaN);
            columns.excludedCount.append(bar.excludedCount(minute));
        }

        /// Whether every minute of the window that has trades has Greeks too.
        private boolean hasDeltas(AggregateWindow window, int minute) {
            int end = Math.min(minute + window.minutes(), minutes);
            int lacking = withoutGreeks.nextSetBit(minute);
            return inputs.chain() && (lacking < 0 || lacking >= end);
        }

        private BitSet withoutGreeks() {
            BitSet lacking = new BitSet();
            for (int minute = 0; inputs.chain() && minute < minutes; minute++) {
                lacking.set(minute, !inputs.greeks()[minute].filled() && !inputs.trades()[minute].knownEmpty());
            }
            return lacking;
        }
    }
}
