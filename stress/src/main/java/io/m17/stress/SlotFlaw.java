package io.m17.stress;

import io.m17.ledger.slot.SlotMemory;

/// Rules of the slot protocol that can be broken on purpose, from below: the protocol is m17's own, the memory under it
/// does not do what it says.
public enum SlotFlaw {
    NONE("none"),
    MISSING_RELEASE("missing release"),
    ABA("ABA across a clear"),
    STALE_CLAIM("stale claim"),
    LOST_CONFLICT("lost conflict");

    private final String rule;

    SlotFlaw(String rule) {
        this.rule = rule;
    }

    /// The name of the rule that is broken.
    public String rule() {
        return rule;
    }

    /// A memory with this flaw over a sound one.
    public SlotMemory over(SlotMemory sound) {
        return switch (this) {
            case NONE -> sound;
            case MISSING_RELEASE -> new LateStores(sound);
            case ABA -> new ForgottenSequence(sound);
            case STALE_CLAIM -> new KeptClaim(sound);
            case LOST_CONFLICT -> new IgnoredConflict(sound);
        };
    }
}
