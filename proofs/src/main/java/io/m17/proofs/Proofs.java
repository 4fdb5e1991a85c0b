package io.m17.proofs;

import io.m17.proofs.crash.KillPointsProof;
import io.m17.proofs.crash.KillsProof;
import io.m17.proofs.crash.PageImagesProof;
import io.m17.proofs.crash.PowerLossProof;
import java.util.List;

/// All proofs there are.
final class Proofs {
    static final List<Proof> ALL =
            List.of(new KillPointsProof(), new KillsProof(), new PageImagesProof(), new PowerLossProof());

    private Proofs() {}
}
