/// The whole chain held against witnesses from outside: given bars, quotes and labels of real data, a simulated day
/// whose truth is known, and DuckDB.
@org.jspecify.annotations.NullMarked
package io.m17.proof;
