package io.m17.proofs.crash;

import io.m17.journal.MappedRegion;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A storage that knows what of each mapped file is on the disk for certain: what was forced. Everything else may be
/// there or not when the power fails. Works on the files that are really there. Confined to one thread.
final class ShadowStorage extends SystemForwarding {
    static final int PAGE_BYTES = 4096;

    /// A mapped file: how long, and its pages as they were forced last; a page that never was is zero.
    record Shadow(long sizeBytes, TreeMap<Long, byte[]> forced) {}

    /// Told before a force and after it, when the power may fail.
    interface Moment {
        void at() throws IOException;
    }

    private final Map<Path, Shadow> shadows = new HashMap<>();
    private final Moment moment;
    private final Bug bug;
    private final List<Late> late = new ArrayList<>();

    /// A force of a ledger file that the disk gets to later than it ought to.
    private record Late(MappedRegion region, long offset, long lengthBytes) {}

    /// What is wrong with the storage on purpose, and must show.
    enum Bug {
        NONE,
        /// A force writes nothing and reports success.
        FORGOTTEN_FORCE,
        /// The mark in a ledger file is on the disk before the slots that it speaks of.
        EARLY_WATERMARK
    }

    ShadowStorage(Moment moment, Bug bug) {
        this.moment = moment;
        this.bug = bug;
    }

    /// What is on the disk for certain, a file each.
    Map<Path, Shadow> shadows() {
        return shadows;
    }

    @Override
    public void grow(Path file, long sizeBytes) throws IOException {
        SYSTEM.grow(file, sizeBytes);
        long found = Files.size(file);
        Shadow before = shadows.get(file);
        shadows.put(file, new Shadow(found, before == null ? new TreeMap<>() : before.forced()));
    }

    @Override
    public void force(MappedRegion region, long offset, long lengthBytes) throws IOException {
        moment.at();
        SYSTEM.force(region, offset, lengthBytes);
        boolean ledger = region.file().getFileName().toString().endsWith("-ledger.dat");
        switch (bug) {
            case NONE -> remember(region, offset, lengthBytes);
            case FORGOTTEN_FORCE -> {
                if (offset == 0) { // headers are written, so that there is a log to lose records from
                    remember(region, offset, lengthBytes);
                }
            }
            case EARLY_WATERMARK -> {
                if (ledger && lengthBytes > PAGE_BYTES) {
                    late.add(new Late(region, offset, lengthBytes));
                } else {
                    remember(region, offset, lengthBytes);
                }
            }
        }
        moment.at();
        if (ledger && lengthBytes == PAGE_BYTES) {
            catchUp();
        }
    }

    private void catchUp() throws IOException {
        for (Late each : late) {
            remember(each.region(), each.offset(), each.lengthBytes());
        }
        late.clear();
    }

    private void remember(MappedRegion region, long offset, long lengthBytes) throws IOException {
        TreeMap<Long, byte[]> forced = shadows.computeIfAbsent(
                        region.file(), absent -> new Shadow(region.sizeBytes(), new TreeMap<>()))
                .forced();
        long end = offset + lengthBytes;
        long at = region.nextData(offset - offset % PAGE_BYTES);
        while (at >= 0 && at < end) {
            long hole = Math.min(end, region.nextHole(at));
            for (at -= at % PAGE_BYTES; at < hole; at += PAGE_BYTES) {
                byte[] page = page(region.segment(), at);
                if (isZero(page)) {
                    forced.remove(at);
                } else {
                    forced.put(at, page);
                }
            }
            at = at < end ? region.nextData(at) : -1;
        }
    }

    static byte[] page(MemorySegment segment, long at) {
        byte[] page = new byte[(int) Math.min(PAGE_BYTES, segment.byteSize() - at)];
        MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, at, page, 0, page.length);
        return page;
    }

    static boolean isZero(byte[] page) {
        for (byte each : page) {
            if (each != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        SYSTEM.move(from, to);
        Shadow moved = shadows.remove(from);
        if (moved != null) {
            shadows.put(to, moved);
        }
    }

    @Override
    public void delete(Path file) throws IOException {
        SYSTEM.delete(file);
        shadows.remove(file);
    }
}
