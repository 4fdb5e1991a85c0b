package io.m17.proofs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A real ext4 file system of some megabytes on a loop device. Needs root. Confined to one thread.
public final class LoopDisk implements AutoCloseable {
    private static final int UNMOUNT_ATTEMPTS = 200;
    private static final long PAUSE_MS = 50;

    private final Path image;
    private final Path mount;
    private boolean mounted = true;
    private boolean kept;

    private LoopDisk(Path image, Path mount) {
        this.image = image;
        this.mount = mount;
    }

    /// Makes and mounts it, or says why that cannot be had here.
    public static Optional<LoopDisk> mount(Path directory, long sizeBytes, List<String> why) throws IOException {
        Path image = directory.resolve("image");
        Path mount = Files.createDirectories(directory.resolve("disk"));
        Optional<String> refused = call("truncate", "-s", Long.toString(sizeBytes), image.toString())
                .or(() -> call("mkfs.ext4", "-q", "-F", "-b", "4096", "-m", "0", image.toString()))
                .or(() -> call("mount", "-o", "loop", image.toString(), mount.toString()));
        refused.ifPresent(why::add);
        return refused.isPresent() ? Optional.empty() : Optional.of(new LoopDisk(image, mount));
    }

    public Path path() {
        return mount;
    }

    /// Takes space until only so much is left; returns what gives it back when it is deleted.
    public Path leave(long bytes) throws IOException {
        Path balloon = mount.resolve("balloon");
        long free = mount.toFile().getUsableSpace();
        require(call("fallocate", "-l", Long.toString(Math.max(4_096, free - bytes)), balloon.toString()));
        return balloon;
    }

    /// Unmounts and mounts it again; nobody may have a file of it open or mapped.
    public void remount() {
        unmount();
        mounted = false;
        require(call("mount", "-o", "loop", image.toString(), mount.toString()));
        mounted = true;
    }

    /// Leaves the file system's image where it is, for whoever looks at it.
    public void keep() {
        kept = true;
    }

    /// A ledger that was closed in this process may be unmapped a moment later, on another thread.
    private void unmount() {
        Optional<String> refused = call("umount", mount.toString());
        for (int attempt = 1; attempt < UNMOUNT_ATTEMPTS && refused.isPresent(); attempt++) {
            pause();
            refused = call("umount", mount.toString());
        }
        require(refused);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void require(Optional<String> refused) {
        refused.ifPresent(why -> {
            throw new IllegalStateException(why);
        });
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
    public void close() throws IOException {
        if (mounted) {
            unmount();
        }
        if (!kept) {
            Files.deleteIfExists(image);
        }
    }
}
