package io.m17.ledger.engine;

import java.util.List;

/// A worker that fills columns of the ledger. It discovers its work from the ledger alone, so that it can be stopped,
/// or killed, at any moment and started again.
///
/// [#start] and [#stop] are called by one thread, the supervisor's; [#health()] by any.
public interface Engine {
    /// A short name for logs, metrics and the audit log: `trade-flatfile`.
    String name();

    /// Begins to work on a thread of its own.
    void start(EngineContext context);

    /// Ends the work, releases what is claimed, and returns when the thread is done.
    void stop();

    EngineHealth health();

    /// What an operator can have done first, and how this engine heeds it.
    List<PriorityHook> describePriorityHooks();
}
