/// What the synthetic market is priced from: a volatility surface, par-yield curves, European options.
///
/// Written independently of m17's own option kernel and curve, because it is the witness that they are tested
/// against. [ExactOptions] yields unrounded prices for tests of formulas; [VolatilitySurface] and [ParCurve] are
/// what the simulated files are made from. Everything is a pure function of its arguments and thread-safe;
/// transcendental functions go through `StrictMath`, so that all machines get the same bits.
@NullMarked
package io.m17.simulator.pricing;

import org.jspecify.annotations.NullMarked;
