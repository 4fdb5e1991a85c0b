package io.m17.proofs.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A real file system of a few megabytes on a loop device. Needs root. Confined to one thread.
final class LoopDisk implements AutoCloseable {
    private final Path mount;

    private LoopDisk(Path mount) {
        this.mount = mount;
    }

    /// Makes and mounts it, or says why that cannot be had here.
    static Optional<LoopDisk> mount(Path directory, long sizeBytes, List<String> why) throws Exception {
        Path image = directory.resolve("image");
        Path mount = Files.createDirectories(directory.resolve("disk"));
        Optional<String> refused = call("truncate", "-s", Long.toString(sizeBytes), image.toString())
                .or(() -> call("mkfs.ext4", "-q", "-F", "-b", "4096", "-m", "0", image.toString()))
                .or(() -> call("mount", "-o", "loop", image.toString(), mount.toString()));
        refused.ifPresent(why::add);
        return refused.isPresent() ? Optional.empty() : Optional.of(new LoopDisk(mount));
    }

    Path path() {
        return mount;
    }

    /// Takes space until only so much is left; returns what gives it back when it is deleted.
    Path leave(long bytes) throws IOException {
        Path balloon = mount.resolve("balloon");
        long free = mount.toFile().getUsableSpace();
        call("fallocate", "-l", Long.toString(Math.max(4_096, free - bytes)), balloon.toString())
                .ifPresent(refused -> {
                    throw new IllegalStateException(refused);
                });
        return balloon;
    }

    /// Runs a command; what it complained of when it failed.
    private static Optional<String> call(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Optional.empty() : Optional.of(command[0] + ": " + output.strip());
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    @Override
    public void close() {
        call("umount", mount.toString()).ifPresent(refused -> {
            throw new IllegalStateException(refused);
        });
    }
}
