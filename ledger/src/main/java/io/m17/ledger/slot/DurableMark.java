package io.m17.ledger.slot;

import io.m17.journal.MappedRegion;
import io.m17.journal.Storage;
import io.m17.ledger.LedgerException;
import io.m17.ledger.durability.Watermark;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/// The ledger's watermark in a ledger file's header. Stored only when everything before it is on the disk; the next one
/// goes to the other of two sectors, so that one of them is whole whenever the power fails.
///
/// Single writer: the ledger's commit. Readers, in any process, take the later of the copies that are whole.
public final class DurableMark {
    private final Storage storage;
    private final MappedRegion region;
    private final SlotMemory memory;

    DurableMark(Storage storage, MappedRegion region, SlotMemory memory) {
        this.storage = storage;
        this.region = region;
        this.memory = memory;
    }

    /// Stores the mark and forces it to the disk.
    void store(Watermark mark) throws IOException {
        long offset = FileHeader.durableMarkOffset(copyOf(mark.commits()));
        memory.set(offset + FileHeader.MARK_COMMITS, mark.commits());
        memory.set(offset + FileHeader.MARK_UP_TO, mark.upToNs());
        memory.setRelease(offset + FileHeader.MARK_CHECK, check(mark));
        storage.force(region, 0, FileHeader.LENGTH_BYTES);
    }

    /// The mark of a ledger file that need not be mapped; [Watermark#NONE] when it has none.
    public static Watermark read(Path file) {
        ByteBuffer header = ByteBuffer.allocate((int) FileHeader.LENGTH_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel channel = FileChannel.open(file)) {
            while (header.hasRemaining() && channel.read(header, header.position()) > 0) {}
        } catch (IOException e) {
            throw new LedgerException("the ledger file cannot be read [file=" + file + "]", e);
        }
        Watermark last = Watermark.NONE;
        for (int copy = 0; copy < FileHeader.DURABLE_MARKS; copy++) {
            int offset = Math.toIntExact(FileHeader.durableMarkOffset(copy));
            last = last.orLater(whole(
                    copy,
                    header.getLong(offset + FileHeader.MARK_COMMITS),
                    header.getLong(offset + FileHeader.MARK_UP_TO),
                    header.getLong(offset + FileHeader.MARK_CHECK)));
        }
        return last;
    }

    /// Whether a copy is absent, or whole.
    static boolean isSound(SlotMemory memory, int copy) {
        long offset = FileHeader.durableMarkOffset(copy);
        long check = memory.getAcquire(offset + FileHeader.MARK_CHECK);
        long commits = memory.get(offset + FileHeader.MARK_COMMITS);
        long upToNs = memory.get(offset + FileHeader.MARK_UP_TO);
        return (commits | upToNs | check) == 0
                || whole(copy, commits, upToNs, check).exists();
    }

    private static Watermark whole(int copy, long commits, long upToNs, long check) {
        if (commits > 0 && copyOf(commits) == copy) {
            Watermark mark = new Watermark(commits, upToNs);
            return check(mark) == check ? mark : Watermark.NONE;
        }
        return Watermark.NONE;
    }

    private static int copyOf(long commits) {
        return (int) (commits % FileHeader.DURABLE_MARKS);
    }

    private static long check(Watermark mark) {
        ByteBuffer body = ByteBuffer.allocate(2 * Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(mark.commits())
                .putLong(mark.upToNs());
        CRC32C crc = new CRC32C();
        crc.update(body.flip());
        return crc.getValue();
    }
}
