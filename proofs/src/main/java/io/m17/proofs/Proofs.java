package io.m17.proofs;

import io.m17.proofs.faults.NthCallProof;
import java.util.List;

/// All proofs there are.
final class Proofs {
    static final List<Proof> ALL = List.of(new NthCallProof());

    private Proofs() {}
}
