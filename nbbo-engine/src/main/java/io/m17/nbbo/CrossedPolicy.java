package io.m17.nbbo;

/// What a trade under a crossed NBBO (bid above ask) gets from a method that reads quotes.
public enum CrossedPolicy {
    /// No side: a crossed market has no midpoint to compare with. The default.
    UNKNOWN,

    /// The method's tick rule, as common research code does: the quote rule stays without an answer, so [Method#QUOTE],
    /// and [Method#EMO] at the bid or the ask, are unknown still.
    TICK
}
