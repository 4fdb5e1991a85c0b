package io.m17.stress;

import io.m17.journal.LogMemory;

/// The rule of the logs that can be broken on purpose, from below: the log is m17's own, the memory under it does
/// not do what it says.
public enum LogFlaw {
    NONE("none"),
    TORN_TAIL("torn tail");

    private final String rule;

    LogFlaw(String rule) {
        this.rule = rule;
    }

    /// The name of the rule that is broken.
    public String rule() {
        return rule;
    }

    /// A memory with this flaw over a sound one, for one thread.
    public LogMemory over(LogMemory sound) {
        return switch (this) {
            case NONE -> sound;
            case TORN_TAIL -> new LateBody(sound);
        };
    }
}
