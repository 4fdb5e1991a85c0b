package io.m17.market.flatfile;

import io.m17.market.flatfile.FlatFileException.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/// The contents of a gzip file (RFC 1952) of one or more members. Every member's checksum and length are checked,
/// and what follows the last member must be another one: unlike the JDK's stream, which takes a damaged later
/// member for the end of the file.
final class GzipBytes implements FileBytes {
    private static final int BUFFER_BYTES = 1 << 18;
    private static final int MAGIC_1 = 0x1f;
    private static final int MAGIC_2 = 0x8b;
    private static final int DEFLATE = 8;
    private static final int HEADER_CHECKSUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xe0;

    private final String path;
    private final InputStream file;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final byte[] input = new byte[BUFFER_BYTES];
    private int position;
    private int limit;
    private long readBytes;
    private long memberBytes;
    private boolean inMember;

    /// What ended the reading; every later read ends with it too.
    private @Nullable FlatFileException damage;

    private GzipBytes(String path, InputStream file) {
        this.path = path;
        this.file = file;
    }

    static GzipBytes open(StoredFile file) throws IOException {
        return new GzipBytes(file.name(), file.open());
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (damage != null) {
            throw damage;
        }
        try {
            return readOn(into, offset, length);
        } catch (FlatFileException e) {
            damage = e;
            throw e;
        }
    }

    private int readOn(byte[] into, int offset, int length) throws IOException {
        while (inMember || beginMember()) {
            int count = inflate(into, offset, length);
            if (count > 0) {
                checksum.update(into, offset, count);
                memberBytes += count;
                return count;
            }
            if (inflater.finished()) {
                endMember();
            }
        }
        return -1;
    }

    private int inflate(byte[] into, int offset, int length) throws IOException {
        if (inflater.needsInput()) {
            position = limit;
            if (!fill()) {
                throw truncated();
            }
            inflater.setInput(input, 0, limit);
            position = limit;
        }
        try {
            int count = inflater.inflate(into, offset, length);
            if (count == 0 && inflater.needsDictionary()) {
                throw corrupt("gzip data asks for a dictionary");
            }
            return count;
        } catch (DataFormatException e) {
            throw corrupt("gzip data is damaged (" + e.getMessage() + ")");
        }
    }

    /// Reads a member's header; false at the end of the file.
    private boolean beginMember() throws IOException {
        if (position == limit && !fill()) {
            return false;
        }
        boolean isFirst = consumedBytes() == 0;
        if (next() != MAGIC_1 || next() != MAGIC_2) {
            throw isFirst ? notGzip() : corrupt("what follows the gzip data is no gzip data");
        }
        int method = next();
        int flags = next();
        if (method != DEFLATE || (flags & RESERVED) != 0) {
            throw corrupt("a gzip header is damaged");
        }
        skip(6);
        skipOptionalFields(flags);
        inflater.reset();
        inflater.setInput(input, position, limit - position);
        position = limit;
        checksum.reset();
        memberBytes = 0;
        inMember = true;
        return true;
    }

    private void skipOptionalFields(int flags) throws IOException {
        if ((flags & EXTRA) != 0) {
            int low = next();
            skip(low | next() << 8);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CHECKSUM) != 0) {
            skip(2);
        }
    }

    private void endMember() throws IOException {
        position = limit - inflater.getRemaining();
        inflater.setInput(input, 0, 0);
        inMember = false;
        long storedChecksum = nextUnsignedInt();
        long storedLength = nextUnsignedInt();
        if (storedChecksum != checksum.getValue() || storedLength != (memberBytes & 0xffff_ffffL)) {
            throw corrupt("gzip data does not fit its checksum");
        }
    }

    private long nextUnsignedInt() throws IOException {
        long value = next();
        value |= (long) next() << 8;
        value |= (long) next() << 16;
        return value | (long) next() << 24;
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            next();
        }
    }

    private void skipText() throws IOException {
        int last = next();
        while (last != 0) {
            last = next();
        }
    }

    private int next() throws IOException {
        if (position == limit && !fill()) {
            throw truncated();
        }
        return input[position++] & 0xff;
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = 0;
        int count = file.read(input, 0, input.length);
        if (count < 0) {
            return false;
        }
        limit = count;
        readBytes += count;
        return true;
    }

    @Override
    public long consumedBytes() {
        return readBytes - (inMember ? inflater.getRemaining() : limit - position);
    }

    private FlatFileException notGzip() {
        return new FlatFileException(
                Fault.NOT_GZIP, path, "the file is named .gz and is no gzip data", "offset=0", "fetch it again");
    }

    private FlatFileException truncated() {
        return new FlatFileException(
                Fault.TRUNCATED, path, "the file ends inside its gzip data", "offset=" + readBytes, "fetch it again");
    }

    private FlatFileException corrupt(String what) {
        return new FlatFileException(Fault.CORRUPT, path, what, "offset=" + consumedBytes(), "fetch it again");
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        file.close();
    }
}
