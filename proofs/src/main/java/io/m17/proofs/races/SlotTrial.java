package io.m17.proofs.races;

import io.m17.ledger.PayloadType;
import io.m17.ledger.Reason;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotStatus;
import io.m17.ledger.slot.SlotMemory;
import io.m17.ledger.slot.SlotProtocol;
import io.m17.stress.SlotFlaw;
import java.util.Arrays;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.ThreadIdGen;

/// One slot as the model checker drives it: every thread writes against the slot as it last saw it, as engines do. In
/// the beginning the slot is filled, and claimed by a process that is gone. [SlotModel] says what must come out.
@Param(name = "thread", gen = ThreadIdGen.class)
@Param(name = "version", gen = IntGen.class, conf = "0:3")
public class SlotTrial {
    static final int THREADS = 8;
    static final int SLOT_BYTES = 32;

    static final int GONE = 1;
    static final int LIVING = 2;

    private final SlotProtocol protocol;
    private final Seen[] seen = new Seen[THREADS];

    /// What a thread knows of the slot, and of the status to go back to when it holds a claim.
    private record Seen(Slot slot, SlotStatus prior) {}

    /// The protocol as it is.
    public SlotTrial() {
        this(SlotFlaw.NONE, LIVING);
    }

    SlotTrial(SlotFlaw flaw, int incarnation) {
        SlotMemory memory = new ArraySlotMemory(SLOT_BYTES);
        SlotProtocol gone = new SlotProtocol(memory, GONE);
        long filled = write(gone, 0, SlotStatus.FILLED, SlotStatus.EMPTY, 1, 1);
        write(gone, filled, SlotStatus.PENDING, SlotStatus.FILLED, 1, 1);
        this.protocol = new SlotProtocol(flaw.over(memory), incarnation);
        Slot slot = protocol.read(0);
        Arrays.fill(seen, new Seen(slot, SlotStatus.EMPTY));
    }

    /// Looks at the slot.
    @Operation
    public String read(@Param(name = "thread") int thread) {
        Slot slot = protocol.read(0);
        SlotStatus prior = seen[thread].slot().equals(slot) ? seen[thread].prior() : SlotStatus.EMPTY;
        seen[thread] = new Seen(slot, prior);
        return slot.status() + " " + slot.reason() + " " + slot.payloadId() + " v" + slot.version();
    }

    /// Claims the slot and keeps the payload.
    @Operation
    public boolean claim(@Param(name = "thread") int thread) {
        Slot slot = seen[thread].slot();
        if (slot.status() == SlotStatus.PENDING || slot.status() == SlotStatus.RETIRED) {
            return false;
        }
        return write(thread, SlotStatus.PENDING, slot.status(), slot.payloadId(), slot.version());
    }

    /// Fills the slot, claimed or not, with the next version.
    @Operation
    public boolean fill(@Param(name = "thread") int thread) {
        Slot slot = seen[thread].slot();
        if (slot.status() == SlotStatus.RETIRED) {
            return false;
        }
        return write(thread, SlotStatus.FILLED, SlotStatus.EMPTY, slot.payloadId() + 1, slot.version() + 1);
    }

    /// Gives the thread's claim back.
    @Operation
    public boolean release(@Param(name = "thread") int thread) {
        Seen mine = seen[thread];
        if (mine.slot().status() != SlotStatus.PENDING) {
            return false;
        }
        return write(
                thread,
                mine.prior(),
                SlotStatus.EMPTY,
                mine.slot().payloadId(),
                mine.slot().version());
    }

    /// Takes the payload away.
    @Operation
    public boolean clear(@Param(name = "thread") int thread) {
        return write(thread, SlotStatus.CLEARED, SlotStatus.EMPTY, 0, 0);
    }

    /// The same for good.
    @Operation
    public boolean retire(@Param(name = "thread") int thread) {
        return write(thread, SlotStatus.RETIRED, SlotStatus.EMPTY, 0, 0);
    }

    /// Fills whatever stands there when it has the expected version and the new one is not before it.
    @Operation
    public boolean set(
            @Param(name = "thread") int thread,
            @Param(name = "version") int expectedVersion,
            @Param(name = "version") int version) {
        for (; ; ) { // ends: a lost write means that another one won
            Slot now = protocol.read(0);
            if (now.status() == SlotStatus.RETIRED || now.version() != expectedVersion || version < expectedVersion) {
                return false;
            }
            if (write(thread, now, SlotStatus.FILLED, SlotStatus.EMPTY, now.payloadId() + 1, version)) {
                return true;
            }
        }
    }

    private boolean write(int thread, SlotStatus status, SlotStatus prior, int id, int version) {
        return write(thread, seen[thread].slot(), status, prior, id, version);
    }

    private boolean write(int thread, Slot before, SlotStatus status, SlotStatus prior, int id, int version) {
        long word = write(protocol, before.word(), status, prior, id, version);
        if (word == SlotProtocol.LOST) {
            return false;
        }
        Slot after = new Slot(word, status, Reason.NONE, PayloadType.TRADE, id, version, -id, version);
        seen[thread] = new Seen(after, prior);
        return true;
    }

    private static long write(
            SlotProtocol by, long expected, SlotStatus status, SlotStatus prior, int id, int version) {
        return by.write(0, expected, status, prior, Reason.NONE, PayloadType.TRADE, id, version, -id, version);
    }
}
