/// What a ledger holds, in numbers and words, for people and as JSON: coverage, what is missing and why, one window,
/// the deep check of rows.
///
/// Everything here only reads, and is given the time. Values are records; text is made by [Table], JSON by [Json].
@NullMarked
package io.m17.report;

import org.jspecify.annotations.NullMarked;
