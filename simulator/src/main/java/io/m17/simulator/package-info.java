/// A synthetic market with known truth, writing vendor files.
///
/// Start at [MarketSimulator#write]: a [SimulationConfig] goes in, a day of flat files and its truth come out. One
/// ticker is generated at a time, in file order: quotes and trades into reusable columns ([QuoteTape],
/// [TradeTape]), from there into the files ([DayFiles]) and, by plain recount of those columns, into the truth
/// ([TickerTruth], [InstrumentTruth]). Depends on no other module of m17, so that it can witness against them.
/// Everything here is confined to the calling thread; the same configuration gives the same bytes.
@NullMarked
package io.m17.simulator;

import org.jspecify.annotations.NullMarked;
