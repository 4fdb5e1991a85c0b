package io.m17.proofs.crash;

import java.nio.file.Path;

/// A process that works until it is killed: `Victim ROOT SEED STEPS PUBLISH_EVERY`. Says on its output what it does.
final class Victim {
    private Victim() {}

    public static void main(String[] args) throws Exception {
        long steps = Long.parseLong(args[2]);
        int publishEvery = Integer.parseInt(args[3]);
        Workload workload = Workload.open(new CrashSite(Path.of(args[0])), Long.parseLong(args[1]), new PipeWitness());
        for (long step = 1; step <= steps; step++) {
            workload.step();
            if (publishEvery > 0 && step % publishEvery == 0) {
                workload.publish();
            }
        }
        workload.close(); // not after a failure: what failed closes without a word, and would be acknowledged
    }
}
