package io.m17.ledger.state;

import io.m17.journal.Storage;
import io.m17.ledger.LedgerException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The lock of a state directory: one writing process at a time.
///
/// Two guards: the operating system's lock on the file, and the holder's process id and start time inside it, because
/// the first is lost silently when anything else in the process closes the file. Each holder has an incarnation, one
/// more than the last, and claims of any other incarnation are void. The file is one line of text:
/// `m17 <version> incarnation=<n> pid=<pid> started=<instant>`; pid 0 after a release. Every field has its fixed width,
/// so
/// that a line which was only half overwritten is still a line, with an incarnation no lower than the last.
public final class StateLock implements AutoCloseable {
    /// The version of the state directory's layout.
    public static final int STATE_VERSION = 1;

    private static final int LENGTH_LIMIT_BYTES = 256;
    private static final int INCARNATION_LIMIT = 0xFFFF;

    private static final Pattern BEGUN =
            Pattern.compile("m17 [0-9]+ incarnation=[0-9]+ pid=[0-9]+ +started=[-0-9T:.]+Z *\\n?");
    private static final DateTimeFormatter STARTED = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Path file;
    private final Storage storage;
    private final FileChannel channel;
    private final FileLock lock;
    private final int incarnation;

    private StateLock(Path file, Storage storage, FileChannel channel, FileLock lock, int incarnation) {
        this.file = file;
        this.storage = storage;
        this.channel = channel;
        this.lock = lock;
        this.incarnation = incarnation;
    }

    /// What the lock file says.
    ///
    /// @param pid of the holder, 0 when it was released
    public record Holder(int incarnation, long pid, Instant started) {
        /// Whether the process that took the lock is another one, and still the one with its id.
        boolean aliveElsewhere() {
            return pid != ProcessHandle.current().pid() && alive();
        }

        /// Whether the process that took the lock is still the one with its id.
        public boolean alive() {
            return pid != 0
                    && ProcessHandle.of(pid)
                            .filter(ProcessHandle::isAlive)
                            .flatMap(process -> process.info().startInstant())
                            .filter(started::equals)
                            .isPresent();
        }
    }

    /// Takes the lock, or says who holds it.
    public static StateLock acquire(Path file) {
        return acquire(file, Storage.SYSTEM);
    }

    /// The same on a storage.
    public static StateLock acquire(Path file, Storage storage) {
        FileChannel channel = open(file, storage);
        try {
            FileLock lock = tryLock(channel);
            Optional<Holder> before = parse(file, read(channel));
            // Within this process the lock itself is enough; a release that failed left this process's id in the file.
            if (lock == null || before.filter(Holder::aliveElsewhere).isPresent()) {
                throw new LedgerException("the state directory is in use [lock=" + file
                        + before.map(holder -> ", pid=" + holder.pid()).orElse("")
                        + "]; stop that process, or read beside it with the other commands");
            }
            int incarnation = before.map(Holder::incarnation).orElse(0) % INCARNATION_LIMIT + 1;
            StateLock held = new StateLock(file, storage, channel, lock, incarnation);
            held.write(ProcessHandle.current().pid());
            return held;
        } catch (IOException e) {
            closeQuietly(channel, e);
            throw new LedgerException("the lock file cannot be used [lock=" + file + "]", e);
        } catch (RuntimeException e) {
            closeQuietly(channel, e);
            throw e;
        }
    }

    /// What the lock file says, when there is one.
    public static Optional<Holder> holder(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return parse(file, Files.readString(file));
        } catch (IOException e) {
            throw new LedgerException("the lock file cannot be read [lock=" + file + "]", e);
        }
    }

    /// The incarnation whose claims count, 0 when no living process holds the lock.
    public static int livingIncarnation(Path file) {
        return holder(file).filter(Holder::alive).map(Holder::incarnation).orElse(0);
    }

    /// This holder's number, from 1 to 65535.
    public int incarnation() {
        return incarnation;
    }

    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try (channel) {
            write(0);
            lock.release();
        } catch (IOException e) {
            throw new LedgerException("the lock file cannot be released [lock=" + file + "]", e);
        }
    }

    private void write(long pid) throws IOException {
        Instant started = ProcessHandle.current().info().startInstant().orElse(Instant.EPOCH);
        String line = String.format(
                Locale.ROOT,
                "m17 %d incarnation=%05d pid=%-7d started=%s",
                STATE_VERSION,
                incarnation,
                pid,
                STARTED.format(started));
        ByteBuffer padded = ByteBuffer.wrap(
                (line + " ".repeat(LENGTH_LIMIT_BYTES - 1 - line.length()) + "\n").getBytes(StandardCharsets.US_ASCII));
        while (padded.hasRemaining()) {
            storage.write(channel, padded, padded.position());
        }
        storage.sync(channel);
    }

    private static Optional<Holder> parse(Path file, String text) {
        if (neverCompleted(text)) {
            return Optional.empty();
        }
        String[] words = text.strip().split(" +", -1);
        if (words.length != 5 || !words[0].equals("m17")) {
            throw new LedgerException("not a lock file of m17 [lock=" + file + "]; is this a state directory?");
        }
        if (!words[1].equals(Integer.toString(STATE_VERSION))) {
            throw new LedgerException("the state directory has another version [lock=" + file + ", version=" + words[1]
                    + ", supported=" + STATE_VERSION + "]; use the m17 that wrote it");
        }
        try {
            return Optional.of(new Holder(
                    Integer.parseInt(value(words[2])),
                    Long.parseLong(value(words[3])),
                    Instant.parse(value(words[4]))));
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw new LedgerException("the lock file is damaged [lock=" + file + "]; remove it when no m17 runs", e);
        }
    }

    /// Whether the file is empty or holds no more than the beginning of its first line.
    private static boolean neverCompleted(String text) {
        Matcher line = BEGUN.matcher(text);
        return text.isBlank() || (!line.matches() && line.hitEnd());
    }

    private static String value(String word) {
        return word.substring(word.indexOf('=') + 1);
    }

    private static FileChannel open(Path file, Storage storage) {
        try {
            return storage.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new LedgerException("the state directory cannot be written [lock=" + file + "]", e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(LENGTH_LIMIT_BYTES);
        channel.read(buffer, 0);
        return StandardCharsets.US_ASCII.decode(buffer.flip()).toString();
    }

    private static void closeQuietly(FileChannel channel, Exception cause) {
        try {
            channel.close();
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }
}
