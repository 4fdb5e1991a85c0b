package io.m17.proofs.corruption;

import java.util.ArrayList;
import java.util.List;

/// One file, what a reader was given of it before any damage, and what was done to it. Confined to one thread.
final class DamagedFile {
    private static final double WANTED_TRIES = 6_000;

    /// Tries for each byte of the header, since some go elsewhere.
    private static final double TRIES_A_HEADER_BYTE = 1.6;

    private final Subject subject;
    private final Damages damages;
    private final List<Object> before;
    private final List<String> failures = new ArrayList<>();
    private final int headerBytes;
    private final double wantedTries;
    private long flips;
    private long others;
    private long repairs;

    DamagedFile(Subject subject, Damages damages, FlipLane.Part part) {
        this.subject = subject;
        this.damages = damages;
        this.before = subject.values();
        this.headerBytes = damages.headerLeft();
        this.wantedTries = Math.max(WANTED_TRIES / part.of(), TRIES_A_HEADER_BYTE * headerBytes);
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

    /// How much of what is wanted was done: 1 is all.
    double progress() {
        return tries() / wantedTries;
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
