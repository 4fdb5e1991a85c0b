package io.m17.market.artifact;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.util.zip.CRC32;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.jspecify.annotations.Nullable;
import shaded.parquet.org.apache.thrift.TException;

/// Loads one page at a time: header, checksum, decompression. The body is trusted only after its checksum fitted, and
/// nothing is allocated on the word of the header alone. Confined to one thread.
final class PageReader implements AutoCloseable {
    private final FileBytes file;
    private final ZstdDecompressCtx zstd = new ZstdDecompressCtx();
    private final CRC32 crc = new CRC32();
    private final ByteCursor cursor = new ByteCursor();
    private byte[] stored = new byte[1 << 16];
    private byte[] body = new byte[1 << 17];

    PageReader(FileBytes file) {
        this.file = file;
    }

    /// The body of a data page, which must hold so many rows in that encoding; valid until the next page is loaded.
    ByteCursor dataPage(FileRange range, int rows, Encoding encoding) throws MalformedPageException {
        PageHeader header = load(range, PageType.DATA_PAGE);
        DataPageHeader data = header.getData_page_header();
        if (data == null || data.getNum_values() != rows || !named(encoding, data.getEncoding())) {
            throw new MalformedPageException("a data page is not the expected one [rows=" + rows + ", encoding="
                    + encoding + ", header=" + data + "]");
        }
        return cursor;
    }

    private static boolean named(Encoding encoding, org.apache.parquet.format.@Nullable Encoding found) {
        return found != null && found.name().equals(encoding.name());
    }

    /// The body of a dictionary page.
    ByteCursor dictionaryPage(FileRange range) throws MalformedPageException {
        load(range, PageType.DICTIONARY_PAGE);
        return cursor;
    }

    private PageHeader load(FileRange range, PageType type) throws MalformedPageException {
        if (range.lengthBytes() > stored.length) {
            stored = new byte[range.lengthBytes()];
        }
        file.read(range, stored);
        PageHeader header = new PageHeader();
        int headerLength = readHeader(header, range.lengthBytes());
        int compressedLength = range.lengthBytes() - headerLength;
        if (header.getType() != type || header.getCompressed_page_size() != compressedLength || !header.isSetCrc()) {
            throw new MalformedPageException("a page header is not the expected one [type=" + type + ", length="
                    + compressedLength + ", header=" + header + "]");
        }
        crc.reset();
        crc.update(stored, headerLength, compressedLength);
        if ((int) crc.getValue() != header.getCrc()) {
            throw new MalformedPageException("a page has another checksum than its header says [offset="
                    + range.offset() + ", expected=" + Integer.toHexString(header.getCrc()) + ", found="
                    + Integer.toHexString((int) crc.getValue()) + "]");
        }
        decompress(headerLength, compressedLength, header.getUncompressed_page_size());
        return header;
    }

    private int readHeader(PageHeader header, int length) throws MalformedPageException {
        try {
            return Thrift.read(header, stored, 0, length);
        } catch (TException | RuntimeException e) {
            throw new MalformedPageException("a page header cannot be read: " + e);
        }
    }

    private void decompress(int offset, int compressedLength, int length) throws MalformedPageException {
        long content = Zstd.getFrameContentSize(stored, offset, compressedLength);
        if (content != length || length < 0 || length > ArtifactFormat.MAX_PAGE_BYTES) {
            throw new MalformedPageException(
                    "a page has another length than its header says [expected=" + length + ", found=" + content + "]");
        }
        if (length + ByteSink.SLACK > body.length) {
            body = new byte[length + ByteSink.SLACK];
        }
        try {
            int written = zstd.decompressByteArray(body, 0, length, stored, offset, compressedLength);
            cursor.reset(body, 0, written);
        } catch (ZstdException e) {
            throw new MalformedPageException("a page cannot be decompressed: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        zstd.close();
    }
}
