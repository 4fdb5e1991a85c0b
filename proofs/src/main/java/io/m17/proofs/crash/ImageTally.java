package io.m17.proofs.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What images of power failures showed. Confined to one thread until it is added to another.
final class ImageTally {
    private static final int MOST_FAULTS_AN_IMAGE = 3;

    private final int mostFailures;
    private final List<String> failures = new ArrayList<>();
    private long pages;
    private long sectors;
    private long acrossFiles;
    private long longestRecoveryNs;

    ImageTally(int mostFailures) {
        this.mostFailures = mostFailures;
    }

    /// The sum of several.
    static ImageTally of(List<ImageTally> lanes) {
        ImageTally sum = new ImageTally(Integer.MAX_VALUE);
        for (ImageTally lane : lanes) {
            sum.failures.addAll(lane.failures);
            sum.pages += lane.pages;
            sum.sectors += lane.sectors;
            sum.acrossFiles += lane.acrossFiles;
            sum.longestRecoveryNs = Math.max(sum.longestRecoveryNs, lane.longestRecoveryNs);
        }
        return sum;
    }

    /// @param bySector whether old and new were mixed in units of 512 bytes
    /// @param dirtyFiles in how many files there was something to mix
    /// @param tried the image, to see it again
    void take(boolean bySector, int dirtyFiles, String tried, Oracle.Verdict verdict) {
        pages += bySector ? 0 : 1;
        sectors += bySector ? 1 : 0;
        acrossFiles += dirtyFiles > 1 ? 1 : 0;
        longestRecoveryNs = Math.max(longestRecoveryNs, verdict.recoveryNs());
        verdict.faults().stream().limit(MOST_FAULTS_AN_IMAGE).forEach(fault -> failures.add(tried + ": " + fault));
    }

    long images() {
        return pages + sectors;
    }

    List<String> failures() {
        return failures;
    }

    /// Whether so much broke that more need not be tried.
    boolean hasEnough() {
        return failures.size() >= mostFailures;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,d mixed by 4 KiB, %,d by 512 B, %,d across files, longest recovery %d ms",
                pages,
                sectors,
                acrossFiles,
                longestRecoveryNs / 1_000_000);
    }
}
