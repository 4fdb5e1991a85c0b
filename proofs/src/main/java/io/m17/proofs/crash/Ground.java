package io.m17.proofs.crash;

import io.m17.proofs.Scratch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A site that is crashed over and over, and begun anew after some time so that it stays small. Confined to one thread.
final class Ground {
    private final Path directory;
    private final int crashesASite;
    private int crashes;
    private int sites;
    private CrashSite site;
    private Expected expected = new Expected();
    private boolean broken;

    Ground(Path directory, int crashesASite) throws IOException {
        this.directory = directory;
        this.crashesASite = crashesASite;
        this.site = new CrashSite(Files.createDirectories(directory.resolve("site-0")));
    }

    Path directory() {
        return directory;
    }

    CrashSite site() {
        return site;
    }

    Expected expected() {
        return expected;
    }

    /// Recovers and checks after a crash; a broken site is kept, and the next crash has a new one.
    Oracle.Verdict check(Loss loss) throws IOException {
        Oracle.Verdict verdict = Oracle.check(site, expected, loss);
        broken = !verdict.faults().isEmpty();
        crashes++;
        if (broken || crashes % crashesASite == 0) {
            renew();
        }
        return verdict;
    }

    /// Begins anew; a site that broke stays for whoever looks at it.
    void renew() throws IOException {
        Path old = site.root();
        sites++;
        site = new CrashSite(Files.createDirectories(directory.resolve("site-" + sites)));
        expected = new Expected();
        if (!broken) {
            Scratch.delete(old);
        }
        broken = false;
    }
}
