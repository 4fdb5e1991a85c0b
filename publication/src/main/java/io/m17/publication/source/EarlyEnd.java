package io.m17.publication.source;

/// Whether an instrument's rows end too early for one that usually trades on: a file that was cut, or a feed that fell
/// silent.
///
/// The day itself is the measure. From the first minute with a row to the last one the instrument has gaps; the gap at
/// the session's end is suspicious when it is [#TIMES] as long as the longest of these, [#LEAST_GAP] minutes or more,
/// and rows stand in [#LEAST_MINUTES] minutes. The last minutes of a session are its busiest, so an instrument that
/// seldom paused does not pause there; one that trades a few times a day is never suspected.
final class EarlyEnd {
    static final int LEAST_MINUTES = 30;
    static final int LEAST_GAP = 5;
    static final int TIMES = 4;

    private EarlyEnd() {}

    /// The first minute of a suspicious gap at the session's end; the number of minutes when there is none.
    static int minute(MinuteIndex index, int minutes) {
        int occupied = 0;
        int last = -1;
        int longestGap = 0;
        for (int minute = 0; minute < minutes; minute++) {
            if (index.from(minute) < index.to(minute)) {
                longestGap = last < 0 ? 0 : Math.max(longestGap, minute - last - 1);
                last = minute;
                occupied++;
            }
        }
        int gap = minutes - last - 1;
        boolean suspicious = occupied >= LEAST_MINUTES && gap >= Math.max(LEAST_GAP, TIMES * longestGap);
        return suspicious ? last + 1 : minutes;
    }
}
