/// The vendor's flat files in a bucket that speaks S3, read as streams that go on where a connection broke off. Start
/// with [io.m17.s3.S3Store]. Thread-safe, but for a stream, which belongs to who opened it.
@NullMarked
package io.m17.s3;

import org.jspecify.annotations.NullMarked;
