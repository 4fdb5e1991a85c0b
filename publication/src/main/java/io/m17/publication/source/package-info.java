/// How an engine fills a column from vendor files: read, gathered by instrument, put into order of time, published part
/// after part. Start with [FlatFileEngine]; a kind of rows is a [SourceKind].
@NullMarked
package io.m17.publication.source;

import org.jspecify.annotations.NullMarked;
