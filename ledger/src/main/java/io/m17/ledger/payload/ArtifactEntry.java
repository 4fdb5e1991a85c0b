package io.m17.ledger.payload;

import io.m17.ledger.LedgerException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;

/// An entry of a session's artifact log: a file that m17 wrote, a source that it read, or that it is done with one.
public sealed interface ArtifactEntry {
    /// A Parquet file.
    ///
    /// @param uri relative to the state directory
    /// @param sha256 of the whole file, hexadecimal
    /// @param sourceEntry the [Source] that it was made from; 0 for a derived artifact
    record Artifact(String uri, String kind, long rows, long lengthBytes, String sha256, long sourceEntry)
            implements ArtifactEntry {}

    /// A vendor file that is about to be read.
    ///
    /// @param path its path or URI
    /// @param modifiedNs its modification time, nanoseconds since the Unix epoch
    /// @param etag what its store calls this state of it; empty where files have none
    record Source(String path, long lengthBytes, long modifiedNs, String etag) implements ArtifactEntry {
        private static final String PACKED = ".gz";

        /// Whether this is another state of the same file, packed or not.
        public boolean replaces(Source other) {
            return stem().equals(other.stem()) && !equals(other);
        }

        private String stem() {
            return path.endsWith(PACKED) ? path.substring(0, path.length() - PACKED.length()) : path;
        }
    }

    /// A source was read to its end and all that was to be filled from it is.
    record SourceDone(long sourceEntry, String dataset, long rows, long malformed, String firstMalformed)
            implements ArtifactEntry {}

    /// The number of this entry's kind in the file.
    private int code() {
        return switch (this) {
            case Artifact unused -> 1;
            case SourceDone unused -> 3;
            case Source unused -> 4;
        };
    }

    /// The entry as a record's body: its kind in one byte, then its fields, big-endian, texts in modified UTF-8.
    default byte[] encode() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(code());
            switch (this) {
                case Artifact artifact -> {
                    out.writeUTF(artifact.uri);
                    out.writeUTF(artifact.kind);
                    out.writeLong(artifact.rows);
                    out.writeLong(artifact.lengthBytes);
                    out.write(HexFormat.of().parseHex(artifact.sha256));
                    out.writeLong(artifact.sourceEntry);
                }
                case Source source -> {
                    out.writeUTF(source.path);
                    out.writeLong(source.lengthBytes);
                    out.writeLong(source.modifiedNs);
                    out.writeUTF(source.etag);
                }
                case SourceDone done -> {
                    out.writeLong(done.sourceEntry);
                    out.writeUTF(done.dataset);
                    out.writeLong(done.rows);
                    out.writeLong(done.malformed);
                    out.writeUTF(done.firstMalformed);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a byte array cannot be written to", e);
        }
        return bytes.toByteArray();
    }

    /// The entry behind a record's body; a body that no encoder wrote is a [LedgerException].
    static ArtifactEntry decode(byte[] body) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(body))) {
            int code = in.readUnsignedByte();
            return switch (code) {
                case 1 ->
                    new Artifact(in.readUTF(), in.readUTF(), in.readLong(), in.readLong(), sha256(in), in.readLong());
                case 2 -> new Source(in.readUTF(), in.readLong(), in.readLong(), "");
                case 3 -> new SourceDone(in.readLong(), in.readUTF(), in.readLong(), in.readLong(), in.readUTF());
                case 4 -> new Source(in.readUTF(), in.readLong(), in.readLong(), in.readUTF());
                default -> throw new LedgerException("no such artifact entry [code=" + code + "]");
            };
        } catch (IOException e) {
            throw new LedgerException("the artifact entry is cut short [length_bytes=" + body.length + "]", e);
        }
    }

    private static String sha256(DataInputStream in) throws IOException {
        byte[] digest = new byte[32];
        in.readFully(digest);
        return HexFormat.of().formatHex(digest);
    }
}
