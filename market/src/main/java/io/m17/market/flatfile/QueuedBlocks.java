package io.m17.market.flatfile;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// Reads and decompresses on a thread of an executor, at most [#BLOCKS] blocks ahead. When that thread has not begun
/// after [#PATIENCE_MS], the reading thread takes the work over: readers that fill the executor with themselves do not
/// wait for one another. [#next()], [#recycle(Block)] and [#close()] belong to the reading thread.
final class QueuedBlocks implements BlockSource {
    private static final int BLOCKS = 4;
    private static final long PATIENCE_MS = 20;

    /// What the filling thread hands over: a block, the failure that ended it, or neither at the end of the file.
    private record Filled(@Nullable Block block, @Nullable Throwable failure) {}

    private final FileBytes source;
    private final BlockingQueue<Block> free = new ArrayBlockingQueue<>(BLOCKS);
    private final BlockingQueue<Filled> filled = new ArrayBlockingQueue<>(BLOCKS + 1);
    private final AtomicBoolean claimed = new AtomicBoolean();
    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile boolean closed;
    private boolean takenOver;
    private boolean begun;

    QueuedBlocks(FileBytes source, Executor executor) {
        this.source = source;
        for (int i = 0; i < BLOCKS; i++) {
            free.add(new Block());
        }
        executor.execute(this::run);
    }

    private void run() {
        if (!claimed.compareAndSet(false, true)) {
            return;
        }
        try {
            filled.add(fillAll());
        } finally {
            finished.countDown();
        }
    }

    /// Fills blocks until the file ends, fails or is closed, and gives the last word.
    private Filled fillAll() {
        try {
            Block block = free.take();
            while (!closed && block.fill(source)) {
                filled.add(new Filled(block, null));
                block = free.take();
            }
            return new Filled(null, null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Filled(null, e);
        } catch (IOException | RuntimeException | Error e) {
            return new Filled(null, e);
        }
    }

    @Override
    public @Nullable Block next() throws IOException {
        try {
            Filled next = takenOver ? null : take();
            return next == null ? fillHere() : unwrap(next);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(e);
        }
    }

    /// The next block of the filling thread, or null when this thread has to do the work.
    private @Nullable Filled take() throws InterruptedException {
        if (!begun) {
            begun = true;
            Filled first = filled.poll(PATIENCE_MS, TimeUnit.MILLISECONDS);
            if (first != null) {
                return first;
            }
            takenOver = claimed.compareAndSet(false, true);
            if (takenOver) {
                return null;
            }
        }
        return filled.take();
    }

    private @Nullable Block fillHere() throws IOException {
        Block block = free.remove();
        if (block.fill(source)) {
            return block;
        }
        free.add(block);
        return null;
    }

    private static @Nullable Block unwrap(Filled next) throws IOException {
        switch (next.failure()) {
            case null -> {
                return next.block();
            }
            case FlatFileException e -> throw e;
            case InterruptedException e -> throw interrupted(e);
            case IOException e -> throw new IOException(e.getMessage(), e);
            case Throwable e -> throw new IllegalStateException("the decompressing thread failed", e);
        }
    }

    private static InterruptedIOException interrupted(InterruptedException cause) {
        InterruptedIOException interrupted = new InterruptedIOException("interrupted while waiting for data");
        interrupted.initCause(cause);
        return interrupted;
    }

    @Override
    public void recycle(Block block) {
        free.add(block);
    }

    /// Ends the filling thread, waits for it and closes the file.
    @Override
    public void close() throws IOException {
        closed = true;
        boolean isRunning = !takenOver && !claimed.compareAndSet(false, true);
        boolean interrupted = false;
        while (isRunning && finished.getCount() > 0) {
            try {
                recycleFilled();
                finished.await(1, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        source.close();
    }

    /// Gives the filling thread what it may be waiting for; it ends at its next look at `closed`.
    private void recycleFilled() {
        for (Filled next = filled.poll(); next != null; next = filled.poll()) {
            if (next.block() != null) {
                free.add(next.block());
            }
        }
    }
}
