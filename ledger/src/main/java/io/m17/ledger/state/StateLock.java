package io.m17.ledger.state;

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
/// Two guards: the operating system's lock on the file, and the holder's process id and start time inside it, because
/// the first is lost silently when anything else in the process closes the file. Each holder has an incarnation, one
/// more than the last, and claims of any other incarnation are void. The file is one line of text, padded with blanks
/// to
/// 256 bytes: `m17 <version> incarnation=<n> pid=<pid> started=<instant> … check=<crc>`; pid 0 after a release; the
/// check is the CRC-32C of all before it, hexadecimal.
public final class StateLock implements AutoCloseable {
    /// The version of the state directory's layout.
    public static final int STATE_VERSION = 1;

    private static final int LENGTH_BYTES = 256;
    private static final String CHECK = " check=";
    private static final int CHECK_LENGTH_BYTES = CHECK.length() + 8 + 1;
    private static final int INCARNATION_LIMIT = 0xFFFF;

    private final Path file;
    private final FileChannel channel;
    private final FileLock lock;
    private final int incarnation;

    private StateLock(Path file, FileChannel channel, FileLock lock, int incarnation) {
        this.file = file;
        this.channel = channel;
        this.lock = lock;
        this.incarnation = incarnation;
    }

    /// What the lock file says.
    ///
    /// @param pid of the holder, 0 when it was released
    public record Holder(int incarnation, long pid, Instant started) {
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
        FileChannel channel = open(file);
        try {
            FileLock lock = tryLock(channel);
            byte[] line = read(channel);
            Optional<Holder> before = line.length == 0 ? Optional.empty() : Optional.of(parse(file, line));
            if (lock == null || before.filter(Holder::alive).isPresent()) {
                throw new LedgerException("the state directory is in use [lock=" + file
                        + before.map(holder -> ", pid=" + holder.pid()).orElse("")
                        + "]; stop that process, or read beside it with the other commands");
            }
            int incarnation = before.map(Holder::incarnation).orElse(0) % INCARNATION_LIMIT + 1;
            StateLock held = new StateLock(file, channel, lock, incarnation);
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
        try (channel) {
            write(0);
            lock.release();
        } catch (IOException e) {
            throw new LedgerException("the lock file cannot be released [lock=" + file + "]", e);
        }
    }

    private void write(long pid) throws IOException {
        Instant started = ProcessHandle.current().info().startInstant().orElse(Instant.EPOCH);
        String line = "m17 " + STATE_VERSION + " incarnation=" + incarnation + " pid=" + pid + " started=" + started;
        String padded = line + " ".repeat(LENGTH_BYTES - CHECK_LENGTH_BYTES - line.length());
        byte[] bytes = (padded + CHECK + check(padded.getBytes(StandardCharsets.US_ASCII), padded.length()) + "\n")
                .getBytes(StandardCharsets.US_ASCII);
        channel.write(ByteBuffer.wrap(bytes), 0);
        channel.force(true);
    }

    private static Holder parse(Path file, byte[] line) {
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
                    Integer.parseInt(value(words[2])), Long.parseLong(value(words[3])), Instant.parse(value(words[4])));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new LedgerException("the lock file is damaged [lock=" + file + "]; remove it when no m17 runs", e);
        }
    }

    private static boolean isOtherVersion(String word) {
        return word.matches("[0-9]{1,9}") && Integer.parseInt(word) != STATE_VERSION;
    }

    private static String check(byte[] line, int lengthBytes) {
        CRC32C crc = new CRC32C();
        crc.update(line, 0, lengthBytes);
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    private static String value(String word) {
        return word.substring(word.indexOf('=') + 1);
    }

    private static FileChannel open(Path file) {
        try {
            return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
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
