/// The vendor's flat files: where they lie, and how their rows become columns. Start with [TradeFileReader] and
/// [QuoteFileReader]; [VendorDirectory] finds the files. The layout is described in `docs/format/vendor-files.md`.
///
/// A read runs on the caller's thread; only decompression may run on another. Bytes come in blocks of 1 MiB
/// ([BlockSource]), are cut into whole lines ([LineBlocks]), split into fields ([Fields]) and appended by the reader of
/// the kind ([TradeRows], [QuoteRows]); [FlatFileScan] drives it.
@NullMarked
package io.m17.market.flatfile;

import org.jspecify.annotations.NullMarked;
