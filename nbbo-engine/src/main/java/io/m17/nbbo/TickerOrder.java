package io.m17.nbbo;

import io.m17.market.column.LongVector;
import io.m17.market.column.TextVector;

/// The rows of an instrument sorted by ticker, in order of time within each: an equity's stay where they are, a chain's
/// are counted and placed.
///
/// @param positions where each row goes; empty when every row stays
/// @param ends the position behind the last row of each ticker code
record TickerOrder(int[] positions, int[] ends) {
    static final TickerOrder EMPTY = new TickerOrder(new int[0], new int[0]);

    static TickerOrder of(TextVector tickers) {
        int size = tickers.size();
        int codes = 0;
        for (int row = 0; row < size; row++) {
            codes = Math.max(codes, tickers.code(row) + 1);
        }
        if (codes <= 1) {
            return new TickerOrder(new int[0], codes == 0 ? new int[0] : new int[] {size});
        }
        int[] ends = new int[codes];
        for (int row = 0; row < size; row++) {
            ends[tickers.code(row)]++;
        }
        int start = 0;
        for (int code = 0; code < codes; code++) {
            int count = ends[code];
            ends[code] = start;
            start += count;
        }
        int[] positions = new int[size];
        for (int row = 0; row < size; row++) {
            positions[row] = ends[tickers.code(row)]++;
        }
        return new TickerOrder(positions, ends);
    }

    int tickers() {
        return ends.length;
    }

    int from(int code) {
        return code == 0 ? 0 : ends[code - 1];
    }

    int to(int code) {
        return ends[code];
    }

    int position(int row) {
        return positions.length == 0 ? row : positions[row];
    }

    /// The values in this order; the vector's own array when every row stays.
    long[] sorted(LongVector values) {
        if (positions.length == 0) {
            return values.array();
        }
        long[] sorted = new long[positions.length];
        for (int row = 0; row < sorted.length; row++) {
            sorted[positions[row]] = values.get(row);
        }
        return sorted;
    }
}
