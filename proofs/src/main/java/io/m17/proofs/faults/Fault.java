package io.m17.proofs.faults;

/// How a call to the storage fails.
enum Fault {
    /// It does nothing and reports an I/O error, once.
    EIO,
    /// It does what it should and reports an I/O error all the same, once.
    EIO_AFTERWARDS,
    /// It does nothing and reports a full disk, once.
    ENOSPC,
    /// It writes half of what it was given and says so; no error.
    SHORT_WRITE,
    /// It writes half of what it was given and reports a full disk, once.
    TORN_WRITE,
    /// It and all that follow report an I/O error.
    DEAD,
    /// It does nothing and reports success, once: what no storage may do, so that a proof can show that it would see
    /// it.
    LIE;

    /// Whether only writes can fail in this way.
    boolean ofWrites() {
        return this == SHORT_WRITE || this == TORN_WRITE;
    }
}
