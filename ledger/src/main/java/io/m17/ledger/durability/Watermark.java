package io.m17.ledger.durability;

/// How much of a ledger is on the disk: everything that was acknowledged before a commit began.
///
/// The number tells commits apart and only grows. The time is that of the ledger's clock, which somebody may set back:
/// what was acknowledged between the same two readings of it is not decided by the time alone.
///
/// @param commits how many commits moved the watermark since the state directory was made; 0 when none did
/// @param upToNs when the last of them began, nanoseconds since the Unix epoch; 0 when there was none
public record Watermark(long commits, long upToNs) implements Comparable<Watermark> {
    /// Nothing is known to be on the disk.
    public static final Watermark NONE = new Watermark(0, 0);

    public Watermark {
        if (commits < 0) {
            throw new IllegalArgumentException("a count is not negative [commits=" + commits + "]");
        }
    }

    /// Whether there was a commit.
    public boolean exists() {
        return commits > 0;
    }

    /// That of the next commit.
    public Watermark next(long beganNs) {
        return new Watermark(commits + 1, beganNs);
    }

    /// The same commit, after which nothing was written until a moment.
    public Watermark quietUntil(long momentNs) {
        return exists() ? new Watermark(commits, momentNs) : this;
    }

    /// The one with the more commits.
    public Watermark orLater(Watermark other) {
        return compareTo(other) >= 0 ? this : other;
    }

    @Override
    public int compareTo(Watermark other) {
        return Long.compare(commits, other.commits);
    }
}
