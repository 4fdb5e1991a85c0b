/// Instruments, trades and quotes; the vendors' formats; Parquet artifacts. Knows nothing of the ledger.
@NullMarked
package io.m17.market;

import org.jspecify.annotations.NullMarked;
