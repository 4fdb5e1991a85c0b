package io.m17.journal;

/// Whether a log that is open takes appends, and if not, why.
enum LogAccess {
    APPENDABLE("appendable"),
    READ_ONLY("read-only"),
    SEALED("sealed"),
    CLOSED("closed");

    private final String word;

    LogAccess(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
