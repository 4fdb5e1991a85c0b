package io.m17.ledger.state;

import io.m17.journal.KillPoint;
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
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// The lock of a state directory: one writing process at a time.
///
/// Two guards: the operating system's lock on the file, and the holder's process id and start time inside it,
/// because the first is lost silently when anything else in the process closes the file. Each holder has an
/// incarnation, one more than the last, and claims of any other incarnation are void. The file is one line of text,
/// padded with blanks to 256 bytes:
/// `m17 <version> incarnation=<n> pid=<pid> started=<instant> place=<crc> … check=<crc>`; pid 0 after a release.
/// The place is the CRC-32C of the file's path, hexadecimal, so that a copy elsewhere is nobody's; the check is
/// that of all before it.
public final class StateLock implements AutoCloseable {
    /// The version of the state directory's layout.
    public static final int STATE_VERSION = 1;

    private static final int LENGTH_BYTES = 256;
    private static final String CHECK = " check=";
    private static final int CHECK_LENGTH_BYTES = CHECK.length() + 8 + 1;
    private static final int INCARNATION_LIMIT = 0xFFFF;

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
    /// @param here whether the file lies where the holder took it, and is no copy
    public record Holder(int incarnation, long pid, Instant started, boolean here) {
        /// Whether the process that took the lock is another one, and still the one with its id.
        boolean aliveElsewhere() {
            return pid != ProcessHandle.current().pid() && alive();
        }

        /// Whether the process that took the lock is still the one with its id.
        public boolean alive() {
            return here
                    && pid != 0
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
            byte[] line = read(channel);
            Optional<Holder> before = line.length == 0 ? Optional.empty() : Optional.of(parse(file, line));
            // Within this process the lock itself is enough; a release that failed left this process's id in the file.
            if (lock == null || before.filter(Holder::aliveElsewhere).isPresent()) {
                throw new LedgerException("the state directory is in use [lock=" + file
                        + before.map(holder -> ", pid=" + holder.pid()).orElse("")
                        + "]; stop that process, or read beside it with the other commands");
            }
            int incarnation = before.map(Holder::incarnation).orElse(0) % INCARNATION_LIMIT + 1;
            StateLock held = new StateLock(file, storage, channel, lock, incarnation);
            held.write(ProcessHandle.current().pid());
            KillPoint.LOCK_TAKEN.reached();
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
        try (FileChannel channel = FileChannel.open(file)) {
            return Optional.of(parse(file, read(channel)));
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
        try {
            overwrite(line(pid));
        } catch (IOException e) {
            putRight(e);
            throw e;
        }
    }

    /// A line of which only a half was written would be damage that nobody caused: once more, as one that is released.
    private void putRight(IOException cause) {
        try {
            overwrite(line(0));
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private void overwrite(byte[] line) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(line);
        while (left.hasRemaining()) {
            storage.write(channel, left, left.position());
        }
        storage.sync(channel);
    }

    private byte[] line(long pid) throws IOException {
        Instant started = ProcessHandle.current().info().startInstant().orElse(Instant.EPOCH);
        String line = "m17 " + STATE_VERSION + " incarnation=" + incarnation + " pid=" + pid + " started=" + started
                + " place=" + place(file);
        String padded = line + " ".repeat(LENGTH_BYTES - CHECK_LENGTH_BYTES - line.length());
        return (padded + CHECK + check(padded.getBytes(StandardCharsets.US_ASCII), padded.length()) + "\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static Holder parse(Path file, byte[] line) throws IOException {
        int checked = LENGTH_BYTES - CHECK_LENGTH_BYTES;
        String text = new String(line, StandardCharsets.US_ASCII);
        String[] words = text.strip().split(" +", -1);
        if (words.length > 1 && words[0].equals("m17") && isOtherVersion(words[1])) {
            throw new LedgerException("the state directory has another version [lock=" + file + ", version=" + words[1]
                    + ", supported=" + STATE_VERSION + "]; use the m17 that wrote it");
        }
        if (line.length != LENGTH_BYTES || !text.substring(checked).equals(CHECK + check(line, checked) + "\n")) {
            throw new LedgerException("the lock file is damaged [lock=" + file + "]; remove it when no m17 runs");
        }
        try {
            return new Holder(
                    Integer.parseInt(value(words[2])),
                    Long.parseLong(value(words[3])),
                    Instant.parse(value(words[4])),
                    value(words[5]).equals(place(file)));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new LedgerException("the lock file is damaged [lock=" + file + "]; remove it when no m17 runs", e);
        }
    }

    private static boolean isOtherVersion(String word) {
        return word.matches("[0-9]{1,9}") && Integer.parseInt(word) != STATE_VERSION;
    }

    private static String place(Path file) throws IOException {
        byte[] path = file.toRealPath().toString().getBytes(StandardCharsets.UTF_8);
        return check(path, path.length);
    }

    private static String check(byte[] line, int lengthBytes) {
        CRC32C crc = new CRC32C();
        crc.update(line, 0, lengthBytes);
        return HexFormat.of().toHexDigits((int) crc.getValue());
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

    private static byte[] read(FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(LENGTH_BYTES + 1);
        channel.read(buffer, 0);
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    private static void closeQuietly(FileChannel channel, Exception cause) {
        try {
            channel.close();
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }
}
