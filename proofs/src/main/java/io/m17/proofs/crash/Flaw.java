package io.m17.proofs.crash;

import io.m17.journal.Storage;

/// What a victim does wrong on purpose, and must show.
enum Flaw {
    NONE,
    /// A step is acknowledged before it is done.
    EARLY_ACKNOWLEDGEMENT,
    /// A force writes nothing and reports success.
    FORGOTTEN_FORCE;

    /// What a victim's files stand on.
    Storage storage() {
        return this == FORGOTTEN_FORCE ? new ForgetfulStorage() : Storage.SYSTEM;
    }

    /// How a victim says what it does.
    Witness over(Witness sound) {
        return this == EARLY_ACKNOWLEDGEMENT ? new EarlyWitness(sound) : sound;
    }
}
