package io.m17.market.artifact;

import java.nio.file.Path;
import java.util.HexFormat;

/// A finished artifact file: where it stands, its rows, its length and the SHA-256 of its bytes in lower-case hex.
public record WrittenArtifact(Path file, long rows, long lengthBytes, String sha256Hex) {
    /// The SHA-256 of the file's bytes.
    public byte[] sha256() {
        return HexFormat.of().parseHex(sha256Hex);
    }
}
