package io.m17.ledger.calendar;

/// Why a day is closed or closes early, in words for a message, and the source of that fact.
public record CalendarNote(String reason, String source) {
    public CalendarNote {
        if (reason.isBlank() || source.isBlank()) {
            throw new IllegalArgumentException(
                    "a calendar fact needs a reason and a source [reason=" + reason + ", source=" + source + "]");
        }
    }
}
