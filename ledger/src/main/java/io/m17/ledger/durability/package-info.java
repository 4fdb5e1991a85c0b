/// When what is written counts as stored: see docs/durability.md.
@NullMarked
package io.m17.ledger.durability;

import org.jspecify.annotations.NullMarked;
