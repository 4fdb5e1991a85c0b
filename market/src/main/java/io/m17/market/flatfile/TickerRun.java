package io.m17.market.flatfile;

import io.m17.market.instrument.OptionTicker;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The run of equal tickers that a scan is in: its ticker, and whether the sink wants it. Allocates nothing.
final class TickerRun {
    private static final int LONGEST = 32;

    private enum State {
        NONE,
        WANTED,
        SKIPPED
    }

    private final byte[] ticker = new byte[LONGEST];
    private int length;
    private State state = State.NONE;

    boolean isWanted() {
        return state == State.WANTED;
    }

    boolean isSkipped() {
        return state == State.SKIPPED;
    }

    byte[] ticker() {
        return ticker;
    }

    int length() {
        return length;
    }

    /// How many bytes of the ticker name its instrument: on an option the chain.
    int instrumentLength() {
        int chain = OptionTicker.chainLength(ticker, 0, length);
        return chain < 0 ? length : chain;
    }

    /// What is wrong with a field as a ticker, or null.
    static @Nullable String fault(Line line, int column) {
        int from = line.starts[column];
        int length = line.length(column);
        if (length == 0) {
            return line.fault(column, " is missing");
        }
        if (length > LONGEST) {
            return line.fault(column, " is longer than " + LONGEST + " bytes");
        }
        byte[] bytes = line.bytes;
        for (int i = from; i < from + length; i++) {
            if (bytes[i] <= ' ' || bytes[i] > '~') {
                return line.fault(column, " has characters that no ticker has");
            }
        }
        boolean isOption = length > 1 && bytes[from] == 'O' && bytes[from + 1] == ':';
        boolean isBroken = isOption && OptionTicker.chainLength(bytes, from, length) < 0;
        return isBroken ? line.fault(column, " is no option ticker") : null;
    }

    /// Whether the field continues the run.
    boolean isTicker(Line line, int column) {
        int from = line.starts[column];
        return state != State.NONE
                && line.length(column) == length
                && Arrays.equals(ticker, 0, length, line.bytes, from, from + length);
    }

    /// Whether a line that begins with its ticker continues the run.
    boolean isAt(byte[] bytes, int index) {
        int i = 0;
        while (i < length && bytes[index + i] == ticker[i]) {
            i++;
        }
        return i == length && bytes[index + i] == ',';
    }

    void take(Line line, int column) {
        length = line.length(column);
        System.arraycopy(line.bytes, line.starts[column], ticker, 0, length);
    }

    void open(boolean wanted) {
        state = wanted ? State.WANTED : State.SKIPPED;
    }

    void close() {
        state = State.NONE;
    }
}
