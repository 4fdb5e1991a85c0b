package io.m17.proofs.crash;

import io.m17.journal.MappedRegion;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;

/// A moment of a shadowed directory, of which images are made as a power failure may leave it: what was forced is as it
/// was forced last or newer; of the rest, any pages or sectors are new and the others old.
final class PageImage {
    private static final int SECTOR_BYTES = 512;

    /// A page as it was forced last and as it is now.
    private record Dirty(long at, byte[] old, byte[] now) {}

    private record FileState(Path name, long sizeBytes, TreeMap<Long, byte[]> forced, List<Dirty> dirty) {}

    private final List<FileState> files = new ArrayList<>();
    private final Map<Path, byte[]> written = new TreeMap<>();

    private PageImage() {}

    /// @param lock a file that is written and synced as a whole
    static PageImage of(Path root, Map<Path, ShadowStorage.Shadow> shadows, Path lock) throws IOException {
        PageImage image = new PageImage();
        for (Map.Entry<Path, ShadowStorage.Shadow> each : shadows.entrySet()) {
            ShadowStorage.Shadow shadow = each.getValue();
            image.files.add(new FileState(
                    root.relativize(each.getKey()),
                    shadow.sizeBytes(),
                    new TreeMap<>(shadow.forced()),
                    dirty(each.getKey(), shadow)));
        }
        if (Files.exists(lock)) {
            image.written.put(root.relativize(lock), Files.readAllBytes(lock));
        }
        return image;
    }

    private static List<Dirty> dirty(Path file, ShadowStorage.Shadow shadow) throws IOException {
        List<Dirty> dirty = new ArrayList<>();
        byte[] zeros = new byte[ShadowStorage.PAGE_BYTES];
        try (MappedRegion region = MappedRegion.openReadOnly(file)) {
            long end = region.sizeBytes();
            long at = region.nextData(0);
            while (at >= 0 && at < end) {
                long hole = Math.min(end, region.nextHole(at));
                for (at -= at % ShadowStorage.PAGE_BYTES; at < hole; at += ShadowStorage.PAGE_BYTES) {
                    byte[] now = ShadowStorage.page(region.segment(), at);
                    byte[] old = shadow.forced().getOrDefault(at, zeros);
                    if (!Arrays.equals(old, now)) {
                        dirty.add(new Dirty(at, old, now));
                    }
                }
                at = at < end ? region.nextData(at) : -1;
            }
        }
        return dirty;
    }

    /// In how many files there is something that a failure could take.
    int dirtyFiles() {
        return Math.toIntExact(
                files.stream().filter(file -> !file.dirty().isEmpty()).count());
    }

    /// Writes an image into an empty directory; whether old and new are mixed by sectors, not by pages.
    boolean write(Path target, Random random) throws IOException {
        boolean bySector = random.nextBoolean();
        double newShare = switch (random.nextInt(5)) {
            case 0 -> 0.0;
            case 1 -> 0.1;
            case 2 -> 0.9;
            default -> 0.5;
        };
        for (FileState file : files) {
            Path path = target.resolve(file.name());
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            try (FileChannel out = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                out.write(ByteBuffer.wrap(new byte[1]), file.sizeBytes() - 1);
                for (Map.Entry<Long, byte[]> page : file.forced().entrySet()) {
                    out.write(ByteBuffer.wrap(page.getValue()), page.getKey());
                }
                for (Dirty page : file.dirty()) {
                    out.write(ByteBuffer.wrap(mixed(page, newShare, bySector, random)), page.at());
                }
            }
        }
        for (Map.Entry<Path, byte[]> file : written.entrySet()) {
            Files.write(target.resolve(file.getKey()), file.getValue());
        }
        return bySector;
    }

    private static byte[] mixed(Dirty page, double newShare, boolean bySector, Random random) {
        if (!bySector) {
            return random.nextDouble() < newShare ? page.now() : page.old();
        }
        byte[] mixed = page.old().clone();
        for (int at = 0; at < mixed.length; at += SECTOR_BYTES) {
            if (random.nextDouble() < newShare) {
                System.arraycopy(page.now(), at, mixed, at, SECTOR_BYTES);
            }
        }
        return mixed;
    }
}
