package io.m17.proofs;

import io.m17.proofs.corruption.CorruptionProof;
import io.m17.proofs.fuzz.FuzzProof;
import java.util.List;

/// All proofs there are.
final class Proofs {
    static final List<Proof> ALL = List.of(new CorruptionProof(), new FuzzProof());

    private Proofs() {}
}
