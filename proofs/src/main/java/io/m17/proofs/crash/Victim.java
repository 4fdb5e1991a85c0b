package io.m17.proofs.crash;

import java.nio.file.Path;

/// A process that works until it is killed: `Victim ROOT SEED STEPS PUBLISH_EVERY COMMITMENT TICKS FLAW`.
/// Says on its output what it does.
final class Victim {
    private Victim() {}

    public static void main(String[] args) throws Exception {
        long steps = Long.parseLong(args[2]);
        int publishEvery = Integer.parseInt(args[3]);
        Ticks ticks = new Ticks(Long.parseLong(args[5]));
        Flaw flaw = Flaw.valueOf(args[6]);
        Workload workload = Workload.open(
                new CrashSite(Path.of(args[0]), flaw.storage()),
                Commitment.valueOf(args[4]),
                ticks,
                Long.parseLong(args[1]),
                flaw.over(new PipeWitness(ticks)));
        for (long step = 1; step <= steps; step++) {
            workload.step();
            if (publishEvery > 0 && step % publishEvery == 0) {
                workload.publish();
            }
        }
        workload.close(); // not after a failure: what failed closes without a word, and would be acknowledged
    }
}
