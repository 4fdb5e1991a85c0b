package io.m17.proofs.races;

import io.m17.stress.LogFlaw;

/// The same where the readers are in another process.
public final class RecordLogElsewhereTrial extends RecordLogTrial {
    public RecordLogElsewhereTrial() {
        super(LogFlaw.NONE, true);
    }
}
