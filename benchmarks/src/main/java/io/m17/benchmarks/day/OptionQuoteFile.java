package io.m17.benchmarks.day;

import io.m17.benchmarks.Progress;
import io.m17.ledger.calendar.TradingSession;
import io.m17.market.flatfile.Dataset;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// Writes one flat file of option quotes, as long as one likes, row by row: 40 chains of 1020 contracts, quoted around
/// their values while the underlyings move. Memory does not grow with the rows; the same arguments give the same bytes.
/// Confined to one thread.
public final class OptionQuoteFile {
    private static final String HEADER =
            "ticker,ask_exchange,ask_price,ask_size,bid_exchange,bid_price,bid_size,sequence_number,sip_timestamp";
    private static final long SEED = 17;
    private static final long ROWS_A_MESSAGE = 10_000_000;

    /// The order of the rows.
    public enum Order {
        /// Contract after contract, as the vendor's files are, each in order of time.
        SORTED("sorted by ticker"),
        /// All contracts together in order of time, so that the rows of each scatter over the file.
        SCATTERED("scattered");

        private final String words;

        Order(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    private final List<OptionRoot> roots = OptionRoot.all();
    private final List<List<ListedOption>> chains;
    private final TradingSession session;
    private final GzipRows out;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private long written;

    private OptionQuoteFile(VendorDay day, GzipRows out) {
        LocalDate friday = day.date().with(TemporalAdjusters.next(DayOfWeek.FRIDAY));
        this.chains = roots.stream()
                .map(root -> ListedOption.chain(root, day.date(), friday))
                .toList();
        this.session = day.session();
        this.out = out;
    }

    /// The number of chains, each on an underlying of its own.
    public static int chains() {
        return OptionRoot.all().size();
    }

    static void write(VendorDay day, long rows, Order order) throws IOException {
        try (GzipRows out = GzipRows.create(day.file(Dataset.OPTION_QUOTES), HEADER)) {
            OptionQuoteFile file = new OptionQuoteFile(day, out);
            switch (order) {
                case SORTED -> file.sorted(rows);
                case SCATTERED -> file.scattered(rows);
            }
        }
    }

    /// Every contract of a root has as many rows as the others, and the last contract of the file what is left.
    private void sorted(long rows) throws IOException {
        for (int root = 0; root < roots.size(); root++) {
            List<ListedOption> chain = chains.get(root);
            long each = (long) (rows * roots.get(root).share() / chain.size());
            for (int contract = 0; contract < chain.size(); contract++) {
                boolean last = root == roots.size() - 1 && contract == chain.size() - 1;
                contract(roots.get(root), chain.get(contract), last ? rows - written : each);
            }
        }
    }

    private void contract(OptionRoot root, ListedOption option, long rows) throws IOException {
        for (long row = 0; row < rows; row++) {
            quote(root, option, (row + random.nextDouble()) / rows);
        }
    }

    private void scattered(long rows) throws IOException {
        double[] shares = new double[roots.size()];
        double sum = 0;
        for (int root = 0; root < shares.length; root++) {
            sum += roots.get(root).share();
            shares[root] = sum;
        }
        for (long row = 0; row < rows; row++) {
            int found = Arrays.binarySearch(shares, random.nextDouble());
            int root = Math.min(found < 0 ? -found - 1 : found, shares.length - 1);
            List<ListedOption> chain = chains.get(root);
            quote(roots.get(root), chain.get(random.nextInt(chain.size())), (row + random.nextDouble()) / rows);
        }
    }

    /// @param time of the session, 0 to 1
    private void quote(OptionRoot root, ListedOption option, double time) throws IOException {
        long sipNs = session.openNs() + (long) (time * (session.closeNs() - session.openNs()));
        option.quote(out, sipNs, root.spotAt(time), random.nextLong());
        written++;
        if (written % ROWS_A_MESSAGE == 0) {
            Progress.say("%,d rows".formatted(written));
        }
    }
}
