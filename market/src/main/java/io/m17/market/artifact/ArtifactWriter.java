package io.m17.market.artifact;

import io.m17.journal.KillPoint;
import io.m17.journal.Storage;
import io.m17.market.column.ColumnBatch;
import io.m17.market.column.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.schema.MessageType;

/// Writes one artifact file from batches of columns: [#append] as often as wanted, then [#finish]. The rows decide the
/// bytes: neither the split into batches nor the codes of their dictionaries do.
///
/// The file stands under `<name>.tmp` until `finish` has forced it to the disk and renamed it; closing a writer
/// that has not finished, after a failure or not, removes it. Memory: one compressed row group and a page a column.
/// Confined to one thread; one writer a name at a time. Failures of the disk are an [ArtifactException], rows that
/// the format cannot hold an [IllegalArgumentException]; after either the writer can only be closed.
public final class ArtifactWriter implements AutoCloseable {
    private enum State {
        WRITING,
        FINISHED,
        FAILED
    }

    private final Path file;
    private final Path temporary;
    private final Storage storage;
    private final Schema schema;
    private final ArtifactOptions options;
    private final DigestingOutput output;
    private final ParquetFileWriter parquet;
    private final PageCompressor compressor;
    private final List<ChunkWriter> chunks;
    private final List<ArtifactLayout.RowGroup> rowGroups = new ArrayList<>();
    private long rows;
    private int rowsInGroup;
    private State state = State.WRITING;

    private ArtifactWriter(Path file, Path temporary, Schema schema, ArtifactOptions options, Storage storage)
            throws IOException {
        this.file = file;
        this.storage = storage;
        this.temporary = temporary;
        this.output = DigestingOutput.create(temporary, storage);
        this.schema = schema;
        this.options = options;
        MessageType message = ParquetTypes.message(schema);
        this.parquet = parquetWriter(output, message);
        this.compressor = new PageCompressor(options.zstdLevel());
        this.chunks = chunks(message);
        parquet.start();
    }

    private static ParquetFileWriter parquetWriter(DigestingOutput output, MessageType message) throws IOException {
        int boundBytes = 64;
        return new ParquetFileWriter(
                output, message, ParquetFileWriter.Mode.CREATE, Long.MAX_VALUE, 0, boundBytes, boundBytes, true);
    }

    private List<ChunkWriter> chunks(MessageType message) {
        DeltaEncoder delta = new DeltaEncoder();
        ByteSink body = new ByteSink();
        List<ChunkWriter> writers = new ArrayList<>();
        for (int i = 0; i < schema.columns().size(); i++) {
            writers.add(new ChunkWriter(
                    schema.columns().get(i), message.getColumns().get(i), options.pageRows(), delta, body, compressor));
        }
        return List.copyOf(writers);
    }

    /// Starts a file with the default options; its directory exists, and no file of that name.
    public static ArtifactWriter create(Path file, Schema schema) {
        return create(file, schema, ArtifactOptions.DEFAULT);
    }

    public static ArtifactWriter create(Path file, Schema schema, ArtifactOptions options) {
        return create(file, schema, options, Storage.SYSTEM);
    }

    /// The same on a storage.
    public static ArtifactWriter create(Path file, Schema schema, ArtifactOptions options, Storage storage) {
        SchemaText.checked(schema);
        refuseExisting(file);
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            return new ArtifactWriter(file, temporary, schema, options, storage);
        } catch (IOException e) {
            throw new ArtifactException(file, "the artifact cannot be created", e);
        }
    }

    private static void refuseExisting(Path file) {
        if (Files.exists(file)) {
            throw new ArtifactException(file, "an artifact of this name exists, and artifacts are never changed");
        }
    }

    /// Appends all rows of a batch with the file's schema; the batch is the caller's again afterwards.
    public void append(ColumnBatch batch) {
        append(batch, 0, batch.size());
    }

    /// Appends rows `[from, to)` of a batch.
    public void append(ColumnBatch batch, int from, int to) {
        check(batch, from, to);
        state = State.FAILED;
        try {
            int at = from;
            while (at < to) {
                int taken = Math.min(to - at, options.rowGroupRows() - rowsInGroup);
                for (int column = 0; column < chunks.size(); column++) {
                    chunks.get(column).append(batch.vector(column), at, at + taken);
                }
                at += taken;
                rowsInGroup += taken;
                if (rowsInGroup == options.rowGroupRows()) {
                    writeRowGroup();
                }
            }
        } catch (IOException e) {
            throw new ArtifactException(file, "the artifact cannot be written", e);
        }
        state = State.WRITING;
    }

    private void check(ColumnBatch batch, int from, int to) {
        if (state != State.WRITING) {
            throw new IllegalStateException("the writer takes no more rows [file=" + file + ", state=" + state + "]");
        }
        if (!batch.schema().equals(schema)) {
            throw new IllegalArgumentException("the batch has another schema [file=" + file + ", schema="
                    + schema.name() + ", batch=" + batch.schema().name() + "]");
        }
        for (int column = 0; column < chunks.size(); column++) {
            if (from < 0 || from > to || to > batch.vector(column).size()) {
                throw new IllegalArgumentException("the batch has no such rows [from=" + from + ", to=" + to
                        + ", column=" + schema.columns().get(column).name() + ", rows="
                        + batch.vector(column).size() + "]");
            }
        }
    }

    private void writeRowGroup() throws IOException {
        List<ChunkLayout> layouts = new ArrayList<>();
        parquet.startBlock(rowsInGroup);
        for (ChunkWriter chunk : chunks) {
            layouts.add(chunk.writeTo(parquet));
        }
        parquet.endBlock();
        rowGroups.add(new ArtifactLayout.RowGroup(rows, rowsInGroup, List.copyOf(layouts)));
        rows += rowsInGroup;
        rowsInGroup = 0;
    }

    /// Completes the file, forces it and its directory to the disk, and gives it its name.
    public WrittenArtifact finish() {
        if (state != State.WRITING) {
            throw new IllegalStateException("the writer cannot finish [file=" + file + ", state=" + state + "]");
        }
        state = State.FAILED;
        try {
            if (rowsInGroup > 0) {
                writeRowGroup();
            }
            parquet.end(metadata());
            KillPoint.ARTIFACT_FORCED.reached();
            refuseExisting(file);
            storage.move(temporary, file);
            KillPoint.ARTIFACT_RENAMED.reached();
            storage.syncDirectory(Objects.requireNonNull(file.toAbsolutePath().getParent()));
            KillPoint.ARTIFACT_COMPLETED.reached();
        } catch (IOException e) {
            throw new ArtifactException(file, "the artifact cannot be completed", e);
        }
        state = State.FINISHED;
        return new WrittenArtifact(file, rows, output.getPos(), output.sha256Hex());
    }

    private Map<String, String> metadata() {
        ArtifactLayout layout = new ArtifactLayout(schema, options.pageRows(), rowGroups);
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(ArtifactFormat.VERSION_KEY, ArtifactFormat.VERSION);
        metadata.put(ArtifactFormat.SCHEMA_KEY, schema.name());
        metadata.put(ArtifactFormat.COLUMNS_KEY, SchemaText.print(schema));
        metadata.put(ArtifactFormat.PAGE_ROWS_KEY, Integer.toString(options.pageRows()));
        metadata.put(ArtifactFormat.LAYOUT_KEY, Integer.toHexString(layout.checksum()));
        return metadata;
    }

    /// Releases everything; without a [#finish] before it, nothing of the file remains.
    @Override
    public void close() {
        compressor.close();
        if (state == State.FINISHED) {
            return;
        }
        state = State.FAILED;
        try {
            output.abandon();
            storage.delete(temporary);
        } catch (IOException e) {
            throw new ArtifactException(temporary, "the unfinished artifact cannot be removed", e);
        }
    }
}
