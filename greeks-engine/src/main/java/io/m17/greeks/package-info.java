/// The Greeks of listed options: implied volatility and its sensitivities, contract by contract.
///
/// The kernel is pure: numbers in, numbers out, no clock, no I/O, no allocation per European contract. It uses
/// `StrictMath` and IEEE operations only, so that the same inputs give the same bits on every machine. Result
/// objects are mutable and confined to one thread; everything else is stateless.
///
/// Start at [io.m17.greeks.OptionKernel]: it turns a quote into an [io.m17.greeks.OptionValuation]. Below it
/// stand [io.m17.greeks.ImpliedVolatility] and [io.m17.greeks.BlackScholes], and below these the normalised Black
/// function. American options begin at [io.m17.greeks.AmericanExpiry].
@NullMarked
package io.m17.greeks;

import org.jspecify.annotations.NullMarked;
