package io.m17.greeks;

import io.m17.ledger.Reason;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.payload.Payload;
import io.m17.ledger.session.Claim;
import io.m17.ledger.session.SessionLedger;
import io.m17.market.quote.QuoteColumns;
import io.m17.market.treasury.RateCurve;
import io.m17.publication.ArtifactReaders;
import io.m17.publication.CarriedStates;
import io.m17.publication.Derivation;
import io.m17.publication.InputDigest;
import io.m17.publication.Lineage;
import io.m17.publication.Publisher;
import io.m17.publication.SlotReads;
import io.m17.publication.WindowStretches;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.agrona.collections.Int2ObjectHashMap;

/// Derives the Greeks windows of one chain after the other. Confined to one thread.
final class GreeksWorker implements Derivation.Worker {
    private static final List<String> QUOTE_COLUMNS = List.of("ticker", "bid_price", "ask_price");

    private final SessionLedger session;
    private final ArtifactReaders readers;
    private final GreeksOptions options;
    private final long nowNs;

    GreeksWorker(SessionLedger session, ArtifactReaders readers, GreeksOptions options, long nowNs) {
        this.session = session;
        this.readers = readers;
        this.options = options;
        this.nowNs = nowNs;
    }

    /// The input slots of a chain's session and the states at the end of its minutes.
    private record Inputs(
            int underlyingId,
            Slot[] rates,
            Slot[] quotes,
            Slot[] underlying,
            CarriedStates carries,
            CarriedStates underlyingCarries,
            ChainTerms terms) {

        boolean present(int minute) {
            return rates[minute].standing() && quotes[minute].standing() && underlying[minute].standing();
        }

        boolean ready(int minute) {
            return rates[minute].filled()
                    && quotes[minute].filled()
                    && underlying[minute].filled()
                    && carries.knownAt(minute)
                    && underlyingCarries.knownAt(minute);
        }

        boolean unavailable(int minute) {
            return rates[minute].unavailable() || quotes[minute].unavailable() || underlying[minute].unavailable();
        }

        /// What a window depends on: the curve, both states at its end, the configuration; nothing before a contract
        /// is quoted.
        int digest(int minute) {
            return carries.at(minute + 1) == 0
                    ? InputDigest.NONE
                    : InputDigest.of(
                            rates[minute].checksum(),
                            carries.at(minute + 1),
                            underlyingCarries.at(minute + 1),
                            terms.digest());
        }
    }

    @Override
    public boolean derive(int symbolId, Publisher publisher) {
        OptionalInt underlyingId = Lineage.underlying(session, symbolId);
        if (underlyingId.isEmpty()) {
            return false;
        }
        Inputs inputs = read(symbolId, underlyingId.getAsInt());
        BitSet stale = new BitSet();
        boolean explained = false;
        for (int minute = 0; minute < session.minutes(); minute++) {
            if (inputs.ready(minute)) {
                Slot slot = session.slot(SlotColumn.GREEKS, symbolId, minute);
                stale.set(minute, !SlotReads.isCurrent(session, slot, inputs.digest(minute)));
            } else if (inputs.unavailable(minute)) {
                explained |= session.giveReason(SlotColumn.GREEKS, symbolId, minute, Reason.INPUT_MISSING, nowNs);
            }
        }
        List<Claim> claims = SlotReads.claim(session, "greeks", SlotColumn.GREEKS, symbolId, stale, nowNs);
        if (!claims.isEmpty()) {
            publisher.hold(claims);
            addClaimed(symbolId, underlyingId.getAsInt(), claims, publisher);
        }
        return explained || !claims.isEmpty();
    }

    @Override
    public Map<SlotColumn, BitSet> stale(int symbolId) {
        OptionalInt underlyingId = Lineage.underlying(session, symbolId);
        if (underlyingId.isEmpty()) {
            return Map.of();
        }
        Inputs inputs = read(symbolId, underlyingId.getAsInt());
        return Map.of(
                SlotColumn.GREEKS,
                SlotReads.stale(session, SlotColumn.GREEKS, symbolId, inputs::present, inputs::ready, inputs::digest));
    }

    /// Reads the inputs once more, behind the claims: what stood in a claimed slot was made from inputs that are no
    /// newer, and whoever fills it after this costs the claim. So a result never replaces one of a newer curve.
    private void addClaimed(int symbolId, int underlyingId, List<Claim> claims, Publisher publisher) {
        Inputs inputs = read(symbolId, underlyingId);
        List<Claim> ready = new ArrayList<>();
        for (Claim claim : claims) {
            if (inputs.ready(claim.minute())) {
                ready.add(claim);
            } else {
                session.release(claim, Reason.NONE, nowNs);
            }
        }
        add(symbolId, inputs, ready, publisher);
    }

    private Inputs read(int symbolId, int underlyingId) {
        Slot[] quotes = SlotReads.slots(session, SlotColumn.QUOTE, symbolId);
        Slot[] underlying = SlotReads.slots(session, SlotColumn.QUOTE, underlyingId);
        return new Inputs(
                underlyingId,
                SlotReads.slots(session, SlotColumn.RF_RATE, symbolId),
                quotes,
                underlying,
                CarriedStates.of(session, SlotColumn.QUOTE, symbolId, quotes),
                CarriedStates.of(session, SlotColumn.QUOTE, underlyingId, underlying),
                GreeksDerivation.terms(session, symbolId, options));
    }

    private void add(int symbolId, Inputs inputs, List<Claim> claims, Publisher publisher) {
        ChainState chain = new ChainState(session.session().date());
        UnderlyingState underlying = new UnderlyingState();
        QuoteFeed chainFeed = new QuoteFeed(quotes(symbolId, inputs.quotes(), publisher), chain::take);
        QuoteFeed underlyingFeed =
                new QuoteFeed(quotes(inputs.underlyingId(), inputs.underlying(), publisher), underlying::take);
        ChainValuation valuation =
                new ChainValuation(session.symbols().symbol(symbolId), chain, inputs.terms(), publisher.rows());
        Int2ObjectHashMap<RateCurve> curves = new Int2ObjectHashMap<>();
        for (Claim claim : claims) {
            publisher.publishIfFull();
            int minute = claim.minute();
            chainFeed.takeThrough(minute);
            underlyingFeed.takeThrough(minute);
            int digest = inputs.digest(minute);
            if (digest == InputDigest.NONE) {
                publisher.emptyWindow(claim, origin -> new Payload.Greeks(origin, 0, 0, 0));
                continue;
            }
            Slot rate = inputs.rates()[minute];
            RateCurve curve = curves.computeIfAbsent(rate.payloadId(), this::curve);
            int from = publisher.rows().size();
            valuation.append(session.window(minute), underlying.price(), curve);
            long minuteTs = session.window(minute).startNs();
            publisher.window(
                    claim,
                    from,
                    publisher.rows().size(),
                    digest,
                    origin -> new Payload.Greeks(origin, minuteTs, rate.payloadId(), rate.version()));
        }
    }

    private WindowStretches quotes(int instrumentId, Slot[] slots, Publisher publisher) {
        return new WindowStretches(
                readers,
                session,
                SlotColumn.QUOTE,
                instrumentId,
                slots,
                QuoteColumns.SCHEMA,
                QUOTE_COLUMNS,
                publisher.partRows());
    }

    private RateCurve curve(int rateId) {
        return RateCurve.of(session.rates().read(rateId).tenorBps());
    }
}
