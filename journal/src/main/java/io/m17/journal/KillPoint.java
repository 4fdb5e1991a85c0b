package io.m17.journal;

import java.util.concurrent.atomic.AtomicInteger;

/// The moments between two steps of a write at which a process may die, each with a name, so that a proof can let
/// it die at every one of them.
///
/// A process started with `-Dm17.kill=SLOT_SWAPPED:3` sends itself SIGKILL when it gets to that point for the third
/// time. Without the property a point is an empty method behind a constant, which compiled code does not contain.
/// Thread-safe.
public enum KillPoint {
    /// A log file has its length and no header.
    LOG_GROWN,
    /// A log file has its header's fields and no magic.
    LOG_HEADER_FORCED,
    /// A log file has its magic, perhaps not on the disk.
    LOG_CREATED,
    /// A log file has blocks for its next records.
    ROOM_MADE,
    /// A fixed-stride log that was closed is marked open again, perhaps not on the disk.
    LOG_REOPENED,
    /// A fixed-stride record has its body and no checksum.
    RECORD_STORED,
    /// A fixed-stride record is published.
    RECORD_PUBLISHED,
    /// A frame has everything but its length word.
    FRAME_STORED,
    /// A frame is published and not yet counted.
    FRAME_PUBLISHED,
    /// Records are on the disk and the durable mark does not say so.
    RECORDS_FORCED,
    /// The durable mark is stored, perhaps not on the disk.
    DURABLE_MARKED,
    /// A fixed-stride log has its end's state, perhaps not on the disk.
    LOG_ENDED,
    /// A segment has its end frame, perhaps not on the disk.
    END_FRAME_STORED,
    /// A segment's end frame and marks are on the disk, its state is not.
    END_MARKED,
    /// A segment has its end's state, perhaps not on the disk.
    SEGMENT_ENDED,
    /// A closed segment is marked open again and still has its end frame.
    SEGMENT_REOPENED,
    /// A segment is rolled and the next one does not exist.
    SEGMENT_ROLLED,
    /// The next segment exists and nothing stands in it.
    SEGMENT_CREATED,
    /// Recovery made a record void.
    RECORD_VOIDED,
    /// Recovery zeroed what stood behind the last record, perhaps not on the disk.
    TAIL_CUT,
    /// Recovery forced the records and did not mark them.
    RECOVERY_FORCED,
    /// Recovery marked the records durable and did not close the log.
    RECOVERY_MARKED,
    /// Recovery zeroed what stood behind the last frame, perhaps not on the disk.
    SEGMENT_CUT,
    /// Recovery forced the segment and did not mark it.
    SEGMENT_RECOVERED,
    /// The state directory's lock names this process.
    LOCK_TAKEN,
    /// A session has its maps and no ledger files.
    SESSION_MAPS_OPENED,
    /// A ledger file has its header, perhaps not on the disk.
    MATRIX_CREATED,
    /// A ledger file's open mark is stored, perhaps not on the disk.
    MATRIX_MARKED_OPEN,
    /// A symbol's block has its room and no rows.
    LIST_ALLOCATED,
    /// A symbol's rows have their headers and the symbol is not listed.
    LIST_ROWS_STORED,
    /// A symbol is listed.
    LIST_PUBLISHED,
    /// A slot's word says that a write is under way.
    SLOT_SWAPPED,
    /// A slot under write has its check and its time, and the payload word from before.
    SLOT_CHECK_STORED,
    /// A slot under write has everything but its word.
    SLOT_STORED,
    /// A slot is claimed and not counted.
    SLOT_CLAIMED,
    /// A slot is filled and not counted.
    SLOT_FILLED,
    /// A claim is given back and not counted.
    SLOT_RELEASED,
    /// A slot is blank and not counted.
    SLOT_BLANKED,
    /// A slot's status is counted and its change is not.
    SLOT_COUNTED,
    /// An operator's action is in the ledger and not in the audit log.
    ACTION_TAKEN,
    /// Recovery emptied a slot.
    SLOT_MENDED,
    /// Recovery counted a column of a symbol anew.
    SUMMARY_MENDED,
    /// All of the ledger is forced and the watermark does not say so.
    LEDGER_FORCED,
    /// The watermark is in a session that had changes, and not in the next one.
    WATERMARK_STORED,
    /// A ledger file is forced and still marked open.
    MATRIX_FORCED,
    /// A ledger file is marked closed, perhaps not on the disk.
    MATRIX_CLOSED,
    /// An artifact has all its bytes under its temporary name, perhaps not on the disk.
    ARTIFACT_WRITTEN,
    /// An artifact is on the disk under its temporary name.
    ARTIFACT_FORCED,
    /// An artifact has its name, perhaps not on the disk.
    ARTIFACT_RENAMED,
    /// An artifact is complete and no log names it.
    ARTIFACT_COMPLETED,
    /// The artifact log names an artifact that no record points at.
    ARTIFACT_LOGGED,
    /// A map has a record that no slot points at.
    PAYLOAD_APPENDED;

    private static final String ARMED = System.getProperty("m17.kill", "");
    private static final boolean IS_ARMED = !ARMED.isEmpty();
    private static final AtomicInteger LEFT =
            new AtomicInteger(IS_ARMED ? Integer.parseInt(ARMED.substring(ARMED.indexOf(':') + 1)) : 0);

    /// Says that the process is at this point; does not return when it is to die here.
    public void reached() {
        if (IS_ARMED) {
            count();
        }
    }

    private void count() {
        if (ARMED.startsWith(name() + ":") && LEFT.decrementAndGet() == 0) {
            Posix.killSelf();
        }
    }
}
