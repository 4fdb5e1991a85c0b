/// How trade files become windows: rows in any order, stores that fail.
@NullMarked
package io.m17.trade.flatfile;

import org.jspecify.annotations.NullMarked;
