package io.m17.market.artifact;

import java.io.ByteArrayInputStream;
import shaded.parquet.org.apache.thrift.TBase;
import shaded.parquet.org.apache.thrift.TConfiguration;
import shaded.parquet.org.apache.thrift.TException;
import shaded.parquet.org.apache.thrift.protocol.TCompactProtocol;
import shaded.parquet.org.apache.thrift.transport.TIOStreamTransport;

/// Reads Parquet's own structures from bytes in memory. No length inside them may exceed the bytes given, so damaged
/// ones cannot make it allocate more than a small multiple of that.
final class Thrift {
    private static final int MAX_DEPTH = 32;

    private Thrift() {}

    /// Fills a structure from `[offset, offset + length)` and returns how many bytes it took.
    static int read(TBase<?, ?> structure, byte[] bytes, int offset, int length) throws TException {
        ByteArrayInputStream in = new ByteArrayInputStream(bytes, offset, length);
        TConfiguration limits = new TConfiguration(length, length, MAX_DEPTH);
        structure.read(new TCompactProtocol(new TIOStreamTransport(limits, in), length, length));
        return length - in.available();
    }
}
