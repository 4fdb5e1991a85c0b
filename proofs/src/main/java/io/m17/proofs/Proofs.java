package io.m17.proofs;

import io.m17.proofs.corruption.CorruptionProof;
import io.m17.proofs.crash.KillPointsProof;
import io.m17.proofs.crash.KillsProof;
import io.m17.proofs.crash.PageImagesProof;
import io.m17.proofs.crash.PowerLossProof;
import io.m17.proofs.faults.ClockProof;
import io.m17.proofs.faults.DiskFullProof;
import io.m17.proofs.faults.EngineCallsProof;
import io.m17.proofs.faults.FailedForceProof;
import io.m17.proofs.faults.FaketimeProof;
import io.m17.proofs.faults.NthCallProof;
import io.m17.proofs.faults.RebuildProof;
import io.m17.proofs.faults.TwoDaemonsProof;
import io.m17.proofs.fuzz.FuzzProof;
import io.m17.proofs.races.LincheckProof;
import io.m17.proofs.races.StressProof;
import io.m17.proofs.races.TailerProof;
import java.util.List;

/// All proofs there are.
final class Proofs {
    static final List<Proof> ALL = List.of(
            new KillPointsProof(),
            new KillsProof(),
            new StressProof(),
            new LincheckProof(),
            new TailerProof(),
            new PageImagesProof(),
            new PowerLossProof(),
            new NthCallProof(),
            new RebuildProof(),
            new EngineCallsProof(),
            new DiskFullProof(),
            new TwoDaemonsProof(),
            new ClockProof(),
            new FaketimeProof(),
            new FailedForceProof(),
            new CorruptionProof(),
            new FuzzProof());

    private Proofs() {}
}
