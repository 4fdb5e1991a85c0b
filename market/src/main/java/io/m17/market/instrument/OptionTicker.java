package io.m17.market.instrument;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;

/// The parts of a contract's ticker, `O:` + root (1 to 6 capitals or digits) + YYMMDD + `C` or `P` + strike in
/// thousandths, 8 digits. It is read from the right, because only the last 15 characters have a fixed length. Years are
/// 2000 to 2099.
public record OptionTicker(String root, LocalDate expiration, OptionRight right, int strikeThousandths) {
    static final String PREFIX = "O:";
    static final int LONGEST_ROOT = 6;
    private static final int FIXED_LENGTH = 15;
    private static final int HIGHEST_STRIKE = 99_999_999;
    private static final int CENTURY = 2000;

    public OptionTicker {
        checkRoot(root);
        Objects.requireNonNull(right, "right");
        if (expiration.getYear() < CENTURY || expiration.getYear() >= CENTURY + 100) {
            throw new IllegalArgumentException("an expiration lies in 2000 to 2099 [expiration=" + expiration + "]");
        }
        if (strikeThousandths < 0 || strikeThousandths > HIGHEST_STRIKE) {
            throw new IllegalArgumentException(
                    "a strike has at most 8 digits [strikeThousandths=" + strikeThousandths + "]");
        }
    }

    /// Takes a ticker apart; what is none is an [IllegalArgumentException].
    public static OptionTicker parse(String ticker) {
        int split = ticker.length() - FIXED_LENGTH;
        if (!ticker.startsWith(PREFIX) || split <= PREFIX.length()) {
            throw invalid(ticker, "it is O:, a root and 15 fixed characters");
        }
        String fixed = ticker.substring(split);
        int date = number(ticker, fixed.substring(0, 6));
        try {
            LocalDate expiration = LocalDate.of(CENTURY + date / 10_000, date / 100 % 100, date % 100);
            OptionRight right = OptionRight.of(fixed.charAt(6));
            return new OptionTicker(
                    ticker.substring(PREFIX.length(), split), expiration, right, number(ticker, fixed.substring(7)));
        } catch (DateTimeException e) {
            throw invalid(ticker, "its expiration is no date");
        }
    }

    /// The length of the chain's symbol, `O:` and root, at the start of the ticker in `[offset, offset + length)`, or
    /// -1 when these bytes do not have the form of a contract's ticker. Allocates nothing and does not check that the
    /// date exists.
    public static int chainLength(byte[] buffer, int offset, int length) {
        int chain = length - FIXED_LENGTH;
        if (chain <= PREFIX.length()
                || chain > PREFIX.length() + LONGEST_ROOT
                || buffer[offset] != 'O'
                || buffer[offset + 1] != ':') {
            return -1;
        }
        for (int i = offset + PREFIX.length(); i < offset + chain; i++) {
            if (!isRootCharacter(buffer[i])) {
                return -1;
            }
        }
        int right = offset + chain + 6;
        boolean fixed = (buffer[right] == 'C' || buffer[right] == 'P')
                && areDigits(buffer, offset + chain, right)
                && areDigits(buffer, right + 1, offset + length);
        return fixed ? chain : -1;
    }

    /// The ticker as the vendor writes it.
    public String symbol() {
        int date = expiration.getYear() % 100 * 10_000 + expiration.getMonthValue() * 100 + expiration.getDayOfMonth();
        return PREFIX + root + digits(date, 6) + right.code() + digits(strikeThousandths, 8);
    }

    /// The symbol of the chain that the contract belongs to.
    public String chain() {
        return PREFIX + root;
    }

    /// The symbol of what the contract is on: the root, or for some series of an index the index (`SPXW` is on `SPX`).
    public String underlying() {
        return OptionRoots.underlying(root);
    }

    /// Whether a corporate action changed what is delivered (the root ends in a digit): not 100 shares, and no Greeks
    /// without reference data.
    public boolean adjusted() {
        return Character.isDigit(root.charAt(root.length() - 1));
    }

    static void checkRoot(String root) {
        if (root.isEmpty() || root.length() > LONGEST_ROOT || !root.chars().allMatch(OptionTicker::isRootCharacter)) {
            throw new IllegalArgumentException("an option root is 1 to 6 capitals or digits [root=" + root + "]");
        }
    }

    private static boolean isRootCharacter(int c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static boolean areDigits(byte[] buffer, int from, int to) {
        for (int i = from; i < to; i++) {
            if (buffer[i] < '0' || buffer[i] > '9') {
                return false;
            }
        }
        return true;
    }

    private static int number(String ticker, String digits) {
        if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw invalid(ticker, "date and strike are digits");
        }
        return Integer.parseInt(digits);
    }

    private static String digits(int value, int width) {
        String text = Integer.toString(value);
        return "0".repeat(width - text.length()) + text;
    }

    private static IllegalArgumentException invalid(String ticker, String rule) {
        return new IllegalArgumentException("not an option ticker: " + rule + " [ticker=" + ticker + "]");
    }
}
