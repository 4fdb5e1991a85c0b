package io.m17.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A writer in another process, which is killed in the middle of its work.
@Timeout(60)
class TwoProcessTest {
    private static final int FOLLOWED = 20_000;
    private static final FixedLogOptions FIXED = FixedLogOptions.of(1, 64, 50_000_000);
    private static final RecordLogOptions VARIABLE = RecordLogOptions.of(2).withSizes(200, 1 << 22);

    @TempDir
    private Path directory;

    /// Appends to both logs in turn until it is killed.
    static final class Writer {
        private Writer() {}

        public static void main(String[] args) throws IOException {
            Path directory = Path.of(args[0]);
            try (FixedRecordLog fixed = FixedRecordLog.open(directory.resolve("fixed"), FIXED);
                    RecordLog variable = RecordLog.open(directory.resolve("variable"), VARIABLE)) {
                Files.createFile(directory.resolve("ready"));
                for (long i = fixed.count() + 1; i <= fixed.capacityRecords(); i++) {
                    fixed.append(Bodies.of(60, i));
                    variable.append(Bodies.of((int) (i % 200), i));
                }
            }
        }
    }

    @Test
    void isFollowedWhileItWritesAndKeepsWhatItPublishedWhenKilled() throws Exception {
        Process writer = startWriter();
        try {
            await(directory.resolve("ready"), writer);
            try (FixedRecordLog fixed = FixedRecordLog.openReadOnly(directory.resolve("fixed"), 1);
                    RecordLog variable = RecordLog.openReadOnly(directory.resolve("variable"), 2, LogOwner.NONE);
                    RecordLogTailer tailer = variable.tailer(1)) {
                follow(fixed, tailer, writer);
                writer.destroyForcibly();
                assertTrue(writer.waitFor(10, TimeUnit.SECONDS));
            }
        } finally {
            writer.destroyForcibly();
        }
        assertKept();
    }

    private static void follow(FixedRecordLog fixed, RecordLogTailer variable, Process writer) {
        FixedLogTailer tailer = fixed.tailer(1);
        byte[] body = new byte[60];
        for (int i = 1; i <= FOLLOWED; i++) {
            while (!tailer.poll(body)) {
                assertTrue(writer.isAlive());
                Thread.onSpinWait();
            }
            assertArrayEquals(Bodies.of(60, i), body);
            while (!variable.poll()) {
                assertTrue(writer.isAlive());
                Thread.onSpinWait();
            }
            assertArrayEquals(Bodies.of(i % 200, i), variable.body());
        }
    }

    private void assertKept() throws IOException {
        try (FixedRecordLog fixed = FixedRecordLog.open(directory.resolve("fixed"), FIXED);
                RecordLog variable = RecordLog.open(directory.resolve("variable"), VARIABLE)) {
            assertFalse(fixed.recovery().clean());
            assertTrue(fixed.count() >= FOLLOWED);
            assertTrue(Math.abs(fixed.count() - variable.count()) <= 1);
            assertEquals(List.of(), fixed.verify());
            assertEquals(List.of(), variable.verify());
        }
    }

    private Process startWriter() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        for (String argument : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (argument.startsWith("--")) {
                command.add(argument);
            }
        }
        command.addAll(List.of("-Xmx256m", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(Writer.class.getName(), directory.toString()));
        return new ProcessBuilder(command).inheritIO().start();
    }

    private static void await(Path file, Process writer) {
        while (!Files.exists(file)) {
            assertTrue(writer.isAlive());
            LockSupport.parkNanos(1_000_000);
        }
    }
}
