package io.m17.market.flatfile;

import io.m17.market.flatfile.FlatFileException.Fault;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/// A directory in the vendor's layout, `<root>/us_stocks_sip/trades_v1/2025/06/2025-06-02.csv.gz`. A file may also lie
/// there unpacked, as `.csv`; where both do, the packed one counts. Every call looks at the disk; what is not named by
/// the layout is passed over. A directory that is not there has no files; one that cannot be read is a
/// [FlatFileException].
public record VendorDirectory(Path root) implements FlatFileStore {
    private static final String PACKED = ".csv.gz";
    private static final String PLAIN = ".csv";

    /// Where the packed file of a date lies, whether or not it is there.
    public Path path(Dataset dataset, LocalDate date) {
        return dataset.folder(root, date).resolve(date + PACKED);
    }

    @Override
    public Optional<SourceFile> find(Dataset dataset, LocalDate date) {
        return sourceFile(path(dataset, date), dataset, date)
                .or(() -> sourceFile(dataset.folder(root, date).resolve(date + PLAIN), dataset, date));
    }

    /// All files of a dataset by date.
    public List<SourceFile> files(Dataset dataset) {
        List<SourceFile> files = new ArrayList<>();
        for (LocalDate date : dates(dataset)) {
            find(dataset, date).ifPresent(files::add);
        }
        return files;
    }

    @Override
    public NavigableSet<LocalDate> dates(Dataset dataset) {
        NavigableSet<LocalDate> dates = new TreeSet<>();
        for (Path year : children(dataset.folder(root))) {
            for (Path month : children(year)) {
                for (Path file : children(month)) {
                    date(file)
                            .filter(date -> dataset.folder(root, date).equals(month))
                            .ifPresent(dates::add);
                }
            }
        }
        return dates;
    }

    @Override
    public StoredFile stored(SourceFile file) {
        return StoredFile.at(Path.of(file.location()));
    }

    private static Optional<LocalDate> date(Path file) {
        String name = String.valueOf(file.getFileName());
        String suffix = name.endsWith(PACKED) ? PACKED : PLAIN;
        if (!name.endsWith(suffix)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(name.substring(0, name.length() - suffix.length())));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static List<Path> children(Path folder) {
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            List<Path> children = new ArrayList<>();
            stream.forEach(children::add);
            return children;
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            throw unreadable(folder, e);
        }
    }

    private static Optional<SourceFile> sourceFile(Path file, Dataset dataset, LocalDate date) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            Instant modified = attributes.lastModifiedTime().toInstant();
            long modifiedNs = TimeUnit.SECONDS.toNanos(modified.getEpochSecond()) + modified.getNano();
            return attributes.isRegularFile()
                    ? Optional.of(new SourceFile(file.toString(), dataset, date, attributes.size(), modifiedNs, ""))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static FlatFileException unreadable(Path path, Exception cause) {
        return new FlatFileException(
                Fault.UNREADABLE, path.toString(), "a path cannot be read", "", "check its permissions", cause);
    }
}
