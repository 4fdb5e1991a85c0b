package io.m17.proofs.corruption;

import java.util.ArrayList;
import java.util.List;

/// One file, what a reader was given of it before any damage, and what was done to it. Confined to one thread.
final class DamagedFile {
    private static final double WANTED_FLIPS = 5_100;

    /// Flips for each byte of the header, since some go elsewhere.
    private static final double FLIPS_A_HEADER_BYTE = 1.4;

    private final Subject subject;
    private final Damages damages;
    private final List<Object> before;
    private final List<String> failures = new ArrayList<>();
    private final int headerBytes;
    private final double wantedFlips;
    private final double wantedOfHeader;
    private long flips;
    private long others;
    private long repairs;

    DamagedFile(Subject subject, Damages damages, FlipLane.Part part) {
        this.subject = subject;
        this.damages = damages;
        this.before = subject.values();
        this.headerBytes = damages.headerLeft();
        this.wantedFlips = WANTED_FLIPS / part.of();
        this.wantedOfHeader = FLIPS_A_HEADER_BYTE * headerBytes;
    }

    Subject subject() {
        return subject;
    }

    List<Object> before() {
        return before;
    }

    /// What is to be done to it next.
    Damage next() {
        Damage damage = damages.next();
        if (damage instanceof Damage.Flip) {
            flips++;
        } else {
            others++;
        }
        return damage;
    }

    long tries() {
        return flips + others;
    }

    /// How much of what is wanted was done: up to 1 of the flips, after that of those that the header's bytes need.
    double progress() {
        return flips < wantedFlips ? flips / wantedFlips : 1 + flips / wantedOfHeader;
    }

    long repairs() {
        return repairs;
    }

    void mended() {
        repairs++;
    }

    void fail(String damage, String what) {
        failures.add(subject.file() + " " + damage + ": " + what);
    }

    int failures() {
        return failures.size();
    }

    FileTally tally() {
        return new FileTally(flips, others, repairs, headerBytes - damages.headerLeft(), headerBytes, failures);
    }
}
