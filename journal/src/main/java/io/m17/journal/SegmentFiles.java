package io.m17.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The files of a variable-length log: `audit.log`, `audit.log.1`, `audit.log.2`, … Old ones may have been moved away;
/// there is no gap between those that are left.
///
/// @param base the log's path, which is that of segment 0
/// @param storage where they are read
record SegmentFiles(Path base, Storage storage) {

    Path path(long segment) {
        return segment == 0 ? base : base.resolveSibling(base.getFileName() + "." + segment);
    }

    /// The first record's number of every segment that is there and complete, by segment.
    TreeMap<Long, Long> discover(int kind, LogOwner owner) throws IOException {
        TreeMap<Long, Long> firstNumbers = new TreeMap<>();
        for (long segment : indices().keySet()) {
            Path path = path(segment);
            var head = LogHeader.load(path, storage);
            if (LogHeader.isPublished(head)) {
                LogHeader header = LogHeader.read(head, RecordLogLayout.MAGIC, path);
                header.requireKind(kind, path);
                header.requireOwner(owner, path);
                requireSegment(header, segment, path);
                firstNumbers.put(segment, header.firstNumber());
            }
        }
        requireNoGap(firstNumbers);
        return firstNumbers;
    }

    /// The header of a segment, when its file is there and complete.
    boolean isPublished(long segment) throws IOException {
        Path path = path(segment);
        return Files.exists(path) && LogHeader.isPublished(LogHeader.load(path, storage));
    }

    private TreeMap<Long, Path> indices() throws IOException {
        TreeMap<Long, Path> found = new TreeMap<>();
        Path directory = Objects.requireNonNull(base.toAbsolutePath().getParent());
        try (Stream<Path> entries = Files.list(directory)) {
            entries.forEach(path -> indexOf(path).ifPresent(segment -> found.put(segment, path)));
        }
        return found;
    }

    private OptionalLong indexOf(Path path) {
        String name = String.valueOf(path.getFileName());
        String baseName = String.valueOf(base.getFileName());
        if (name.equals(baseName)) {
            return OptionalLong.of(0);
        }
        String suffix = name.startsWith(baseName + ".") ? name.substring(baseName.length() + 1) : "";
        return suffix.matches("[1-9][0-9]{0,8}") ? OptionalLong.of(Long.parseLong(suffix)) : OptionalLong.empty();
    }

    private static void requireSegment(LogHeader header, long segment, Path path) {
        if (header.segment() != segment) {
            throw new LogFormatException(path, "it is segment %d by its header".formatted(header.segment()));
        }
    }

    private void requireNoGap(TreeMap<Long, Long> firstNumbers) {
        if (firstNumbers.isEmpty()) {
            return;
        }
        long span = firstNumbers.lastKey() - firstNumbers.firstKey() + 1;
        if (span != firstNumbers.size()) {
            throw new LogFormatException(base, "%d of its %d segments are there".formatted(firstNumbers.size(), span));
        }
    }
}
