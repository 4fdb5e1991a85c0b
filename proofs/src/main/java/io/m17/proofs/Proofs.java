package io.m17.proofs;

import io.m17.proofs.faults.ClockProof;
import io.m17.proofs.faults.DiskFullProof;
import io.m17.proofs.faults.FailedForceProof;
import io.m17.proofs.faults.FaketimeProof;
import io.m17.proofs.faults.NthCallProof;
import io.m17.proofs.faults.TwoDaemonsProof;
import java.util.List;

/// All proofs there are.
final class Proofs {
    static final List<Proof> ALL = List.of(
            new NthCallProof(),
            new DiskFullProof(),
            new TwoDaemonsProof(),
            new ClockProof(),
            new FaketimeProof(),
            new FailedForceProof());

    private Proofs() {}
}
