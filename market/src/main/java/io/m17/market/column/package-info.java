/// Rows as columns: growable primitive vectors behind a schema, the form in which rows are parsed, written, read back
/// and checksummed. Start with [ColumnBatch]. Every type here is confined to one thread at a time and handed over
/// whole.
@NullMarked
package io.m17.market.column;

import org.jspecify.annotations.NullMarked;
