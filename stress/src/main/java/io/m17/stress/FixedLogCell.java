package io.m17.stress;

import io.m17.journal.FixedLogLayout;
import io.m17.journal.FixedLogRecords;
import io.m17.journal.LogMemory;
import io.m17.journal.PublishedCount;
import io.m17.journal.Reservations;

/// A fixed-stride log of three records on the mapped file, whose bodies repeat one number.
public final class FixedLogCell {
    /// A published record that does not fit its checksum or is of two bodies.
    public static final int TORN = -1;

    private static final FixedLogLayout LAYOUT = new FixedLogLayout(32, 3);

    private final LogFlaw flaw;
    private final LogMemory memory = MappedPieces.nextLog();
    private final FixedLogRecords records = new FixedLogRecords(LAYOUT, memory);
    private final Reservations reservations = new Reservations(0);
    private final PublishedCount published = new PublishedCount(records, 0);

    public FixedLogCell(LogFlaw flaw) {
        this.flaw = flaw;
    }

    /// Appends a record and returns its number.
    public int append(int value) {
        long number = reservations.take(LAYOUT.capacityRecords());
        new FixedLogRecords(LAYOUT, flaw.over(memory)).write(number, Body.of(LAYOUT.bodyBytes(), value), 0);
        return (int) number;
    }

    /// The value of a record, 0 when it is not published, or [#TORN].
    public int value(int number) {
        if (!records.isPublished(number)) {
            return 0;
        }
        byte[] body = new byte[LAYOUT.bodyBytes()];
        return records.copy(number, body, 0) ? Body.value(body) : TORN;
    }

    public int count() {
        return (int) published.get();
    }

    /// Reads on from the first record; the values seen as decimal digits, or [#TORN].
    public int tail() {
        int digits = 0;
        for (int number = 1; number <= LAYOUT.capacityRecords(); number++) {
            int value = value(number);
            if (value <= 0) {
                return value == 0 ? digits : TORN;
            }
            digits = 10 * digits + value;
        }
        return digits;
    }
}
