package io.m17.proofs;

import java.util.List;

/// All proofs there are.
final class Proofs {
    static final List<Proof> ALL = List.of();

    private Proofs() {}
}
