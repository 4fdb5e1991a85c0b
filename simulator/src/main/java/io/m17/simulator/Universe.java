package io.m17.simulator;

import io.m17.simulator.EquityProfile.Presence;
import io.m17.simulator.pricing.RandomStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The instruments of a simulated day: equities in file order, and which of them carry option chains.
///
/// @param equities sorted by ticker as the vendor's files are (by byte)
/// @param chainRoots tickers of the equities with a chain
record Universe(List<EquityProfile> equities, Set<String> chainRoots) {
    private static final double ZIPF_EXPONENT = 0.9;

    /// The equities every day has first, in order of activity. `NA`, `NULL` and `nan` are real tickers and catch
    /// naive readers.
    private static final List<Listing> LISTINGS = List.of(
            new Listing("SPY", 590.25, 0.16, 0.6, 2, Presence.FULL, false),
            new Listing("AAPL", 201.7, 0.26, 0.8, 3, Presence.FULL, false),
            new Listing("AMD", 112.4, 0.42, 1, 3, Presence.FULL, true),
            new Listing("nan", 0.43, 0.8, 1.5, 3, Presence.QUIET, false),
            new Listing("NULL", 12.3, 0.5, 1.5, 1, Presence.STALE_QUOTES, false),
            new Listing("NA", 3.91, 0.7, 1.5, 3, Presence.PRE_MARKET_ONLY, false),
            new Listing("BRK.B", 503.1, 0.18, 5, 1, Presence.FULL, false),
            new Listing("MSFT", 461.2, 0.22, 1.2, 3, Presence.FULL, false));

    private record Listing(
            String ticker,
            double price,
            double volatility,
            double spreadTicks,
            int tape,
            Presence presence,
            boolean halts) {}

    static Universe of(SimulationConfig config) {
        RandomStream random = RandomStream.of(config.seed(), "universe");
        List<Listing> listings = new ArrayList<>();
        Set<String> tickers = new HashSet<>();
        for (int i = 0; i < config.equities(); i++) {
            Listing listing = i < LISTINGS.size() ? LISTINGS.get(i) : draw(random, tickers, i);
            tickers.add(listing.ticker());
            listings.add(listing);
        }
        List<EquityProfile> ranked = share(listings);
        Set<String> roots = new HashSet<>();
        ranked.stream()
                .filter(EquityProfile::optionable)
                .limit(config.chains())
                .forEach(profile -> roots.add(profile.ticker()));
        if (roots.size() < config.chains()) {
            throw new IllegalArgumentException("too few equities can carry options [chains=" + config.chains()
                    + ", optionable=" + roots.size() + "], ask for more equities");
        }
        List<EquityProfile> sorted = ranked.stream()
                .sorted(Comparator.comparing(EquityProfile::ticker))
                .toList();
        return new Universe(sorted, Set.copyOf(roots));
    }

    private static List<EquityProfile> share(List<Listing> listings) {
        double total = 0;
        for (int rank = 0; rank < listings.size(); rank++) {
            total += weight(listings.get(rank), rank);
        }
        List<EquityProfile> profiles = new ArrayList<>();
        for (int rank = 0; rank < listings.size(); rank++) {
            Listing listing = listings.get(rank);
            double share = weight(listing, rank) / total;
            profiles.add(new EquityProfile(
                    listing.ticker(),
                    listing.price(),
                    listing.volatility(),
                    listing.spreadTicks(),
                    share,
                    listing.tape(),
                    listing.presence(),
                    listing.halts()));
        }
        return profiles;
    }

    private static double weight(Listing listing, int rank) {
        double full = StrictMath.pow(rank + 1.0, -ZIPF_EXPONENT);
        return switch (listing.presence()) {
            case FULL -> full;
            case STALE_QUOTES -> full / 20;
            case QUIET, PRE_MARKET_ONLY -> 0;
        };
    }

    private static Listing draw(RandomStream random, Set<String> taken, int rank) {
        String ticker;
        do {
            ticker = ticker(random);
        } while (taken.contains(ticker));
        double price = Math.rint(StrictMath.exp(random.between(StrictMath.log(4), StrictMath.log(400))) * 100) / 100;
        return new Listing(
                ticker,
                price,
                random.between(0.15, 0.7),
                0.6 + price / 100 * random.uniform(),
                1 + random.below(3),
                Presence.FULL,
                rank % 25 == 9);
    }

    /// Four letters: 456 976 tickers for at most ten thousand equities, so drawing anew ends soon.
    private static String ticker(RandomStream random) {
        var letters = new StringBuilder(4);
        for (int i = 0; i < 4; i++) {
            letters.append((char) ('A' + random.below(26)));
        }
        return letters.toString();
    }
}
