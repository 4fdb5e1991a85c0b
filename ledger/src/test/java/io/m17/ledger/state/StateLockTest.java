package io.m17.ledger.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.ledger.LedgerException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class StateLockTest {
    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void name() {
        file = directory.resolve("lock");
    }

    /// Takes the lock named by its argument, says whether it got it, and holds it until its input ends.
    static final class OtherProcess {
        private OtherProcess() {}

        public static void main(String[] args) throws IOException {
            try (StateLock lock = StateLock.acquire(Path.of(args[0]))) {
                System.out.println("held " + lock.incarnation());
                System.out.flush();
                while (System.in.read() >= 0) {
                    Thread.onSpinWait();
                }
            } catch (LedgerException e) {
                System.out.println("refused " + e.getMessage());
            }
        }
    }

    private Process other() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        for (String argument : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (argument.startsWith("--")) {
                command.add(argument);
            }
        }
        command.addAll(List.of("-Xmx64m", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(OtherProcess.class.getName(), file.toString()));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    @Test
    void numbersItsHoldersOneAfterTheOther() {
        for (int expected = 1; expected <= 3; expected++) {
            try (StateLock lock = StateLock.acquire(file)) {
                assertEquals(expected, lock.incarnation());
                assertEquals(expected, StateLock.livingIncarnation(file));
            }
            assertEquals(0, StateLock.livingIncarnation(file));
        }
    }

    @Test
    void refusesASecondHolderInTheSameProcess() {
        try (StateLock lock = StateLock.acquire(file)) {
            for (int i = 0; i < 2; i++) {
                LedgerException refused = assertThrows(LedgerException.class, () -> StateLock.acquire(file));
                assertTrue(String.valueOf(refused.getMessage())
                        .contains("pid=" + ProcessHandle.current().pid()));
            }
            assertEquals(1, lock.incarnation());
        }
        StateLock.acquire(file).close();
    }

    @Test
    void refusesAnotherProcessEvenWhenTheSystemsLockWasLost() throws Exception {
        try (StateLock lock = StateLock.acquire(file)) {
            // Closing any other stream on the file silently gives the operating system's lock up.
            assertFalse(Files.readString(file).isEmpty());
            Process process = other();
            try {
                String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertTrue(said.startsWith("refused the state directory is in use"), said);
                assertTrue(said.contains("pid=" + ProcessHandle.current().pid()), said);
            } finally {
                process.destroyForcibly();
            }
            assertEquals(1, lock.incarnation());
        }
    }

    @Test
    void isRefusedWhileAnotherProcessHoldsItAndTakenOnceThatIsKilled() throws Exception {
        Process process = other();
        try {
            assertEquals("held 1", process.inputReader().readLine());
            LedgerException refused = assertThrows(LedgerException.class, () -> StateLock.acquire(file));
            assertTrue(String.valueOf(refused.getMessage()).contains("pid=" + process.pid()));
            assertEquals(1, StateLock.livingIncarnation(file));
            process.destroyForcibly();
            assertTrue(process.waitFor(20, TimeUnit.SECONDS));
        } finally {
            process.destroyForcibly();
        }
        assertEquals(0, StateLock.livingIncarnation(file));
        try (StateLock lock = StateLock.acquire(file)) {
            assertEquals(2, lock.incarnation());
        }
    }

    @Test
    void startsAgainAtOneAfterTheLastIncarnation() throws IOException {
        StateLock.acquire(file).close();
        write("incarnation=\\d+", "incarnation=65535");
        try (StateLock lock = StateLock.acquire(file)) {
            assertEquals(1, lock.incarnation());
        }
    }

    @Test
    void takesAProcessThatOnlyHasTheSameIdAsDead() throws IOException {
        StateLock.acquire(file).close();
        write("pid=\\d+", "pid=" + ProcessHandle.current().pid());
        write("started=\\S+", "started=2001-01-01T00:00:00Z");
        StateLock.acquire(file).close();
    }

    @Test
    void refusesAStateOfAnotherVersion() throws IOException {
        StateLock.acquire(file).close();
        write("m17 1 ", "m17 2 ");
        LedgerException refused = assertThrows(LedgerException.class, () -> StateLock.acquire(file));
        assertTrue(String.valueOf(refused.getMessage()).contains("version=2, supported=1"));
        assertThrows(LedgerException.class, () -> StateLock.holder(file));
    }

    @Test
    void refusesAFileThatIsNoLock() throws IOException {
        for (String text : List.of("hello", "m17 1 incarnation=x pid=0 started=2001-01-01T00:00:00Z", "m17 1 a b c")) {
            Files.writeString(file, text);
            assertThrows(LedgerException.class, () -> StateLock.acquire(file), text);
            assertEquals(text, Files.readString(file));
        }
    }

    private void write(String pattern, String replacement) throws IOException {
        String line = Files.readString(file).replaceFirst(pattern, replacement);
        String checked = (line.substring(0, line.indexOf(" check=")) + " ".repeat(100)).substring(0, 240);
        CRC32C crc = new CRC32C();
        crc.update(checked.getBytes(StandardCharsets.US_ASCII));
        Files.writeString(file, checked + " check=" + HexFormat.of().toHexDigits((int) crc.getValue()) + "\n");
    }

    @Test
    void findsEveryFlippedBitAndEveryCut() throws IOException {
        StateLock.acquire(file).close();
        byte[] sound = Files.readAllBytes(file);
        for (int at = 0; at < sound.length; at++) {
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                byte[] flipped = sound.clone();
                flipped[at] ^= (byte) (1 << bit);
                Files.write(file, flipped);
                assertThrows(LedgerException.class, () -> StateLock.holder(file), "byte " + at + ", bit " + bit);
            }
            Files.write(file, Arrays.copyOf(sound, at));
            assertThrows(LedgerException.class, () -> StateLock.holder(file), "cut at " + at);
        }
    }
}
