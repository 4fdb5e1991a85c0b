package io.m17.market.artifact;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which artifact file: session, kind of rows, source, and part number, which together are its path below the state
/// directory, `session=2025-06-02/artifacts/trade/source=settled/part-000001.parquet`. Only such a path can be made or
/// parsed, so a name from a log never leads out of the state directory.
public record ArtifactFile(LocalDate session, String kind, String source, int part) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,31}");
    private static final Pattern PATH = Pattern.compile("session=(?<session>[0-9]{4}-[0-9]{2}-[0-9]{2})/artifacts/"
            + "(?<kind>[a-z0-9_]+)/source=(?<source>[a-z0-9_]+)/part-(?<part>[0-9]{6,9})\\.parquet");

    public ArtifactFile {
        Objects.requireNonNull(session, "session");
        if (session.getYear() < 0 || session.getYear() > 9999) {
            throw new IllegalArgumentException("a session's year has four digits [session=" + session + "]");
        }
        if (!NAME.matcher(kind).matches() || !NAME.matcher(source).matches()) {
            throw new IllegalArgumentException(
                    "kind and source are short names in lower-case letters [kind=" + kind + ", source=" + source + "]");
        }
        if (part < 0 || part > 999_999_999) {
            throw new IllegalArgumentException("a part number has at most nine digits [part=" + part + "]");
        }
    }

    /// The file with this path below the state directory; anything else is an [IllegalArgumentException].
    public static ArtifactFile parse(String path) {
        Matcher matcher = PATH.matcher(path);
        if (!matcher.matches()) {
            throw notAPath(path);
        }
        try {
            ArtifactFile file = new ArtifactFile(
                    LocalDate.parse(matcher.group("session")),
                    matcher.group("kind"),
                    matcher.group("source"),
                    Integer.parseInt(matcher.group("part")));
            if (file.path().equals(path)) {
                return file;
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("an artifact's session is no date [path=" + path + "]", e);
        }
        throw notAPath(path);
    }

    private static IllegalArgumentException notAPath(String path) {
        return new IllegalArgumentException("not the path of an artifact [path=" + path + "]");
    }

    /// The path below the state directory, with `/` on every system.
    public String path() {
        return String.format(
                Locale.ROOT, "session=%s/artifacts/%s/source=%s/part-%06d.parquet", session, kind, source, part);
    }

    /// The file in a state directory.
    public Path in(Path stateDirectory) {
        return stateDirectory.resolve(path());
    }

    /// Rows `[fromRow, toRow)` of the file.
    public ArtifactUri rows(long fromRow, long toRow) {
        return new ArtifactUri(this, fromRow, toRow);
    }

    @Override
    public String toString() {
        return path();
    }
}
