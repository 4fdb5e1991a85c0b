package io.m17.journal;

import org.jspecify.annotations.Nullable;

/// What the header says about a log file's end. The code 0, which a zeroed word reads as, promises nothing.
enum LogState {
    /// In use, or left by a crash: records may stand behind the durable mark.
    OPEN(0),
    /// Closed in order: the durable mark is the end, and everything behind is zero.
    CLOSED(1),
    /// Continued in the next segment. Never changes again.
    ROLLED(2),
    /// Complete. Never changes again.
    SEALED(3);

    private final int code;

    LogState(int code) {
        this.code = code;
    }

    /// What the file holds for it.
    int code() {
        return code;
    }

    static @Nullable LogState of(long code) {
        for (LogState state : values()) {
            if (state.code == code) {
                return state;
            }
        }
        return null;
    }
}
