package io.m17.simulator;

/// The last quote before the end of each minute of the session, whether of that minute or carried in.
final class MinuteQuotes {
    private MinuteQuotes() {}

    /// Row of the last quote with SIP time before each minute's end, −1 where there is none yet.
    static int[] last(QuoteTape quotes, int[] byTime, TradingHours hours) {
        int[] rows = new int[hours.minutes()];
        int passed = 0;
        for (int minute = 0; minute < rows.length; minute++) {
            long endNs = hours.minuteStartNs(minute + 1);
            while (passed < byTime.length && quotes.sipNs(byTime[passed]) < endNs) {
                passed++;
            }
            rows[minute] = passed == 0 ? -1 : byTime[passed - 1];
        }
        return rows;
    }
}
