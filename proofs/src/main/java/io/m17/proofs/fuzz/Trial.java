package io.m17.proofs.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HexFormat;
import java.util.Optional;

/// Tries one input on a target and says what was wrong with the answer. Confined to one thread.
final class Trial {
    /// What a decoder may allocate for one input of some kilobytes.
    static final long MOST_ALLOCATED_BYTES = 64L << 20;

    private static final long LONGEST_NS = 5_000_000_000L;
    private static final int SHOWN_BYTES = 400;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final long mostAllocatedBytes;

    Trial(long mostAllocatedBytes) {
        this.mostAllocatedBytes = mostAllocatedBytes;
    }

    /// What was wrong, with the input in hexadecimal to see it again.
    Optional<String> run(Target target, byte[] input) {
        long allocatedBefore = threads.getCurrentThreadAllocatedBytes();
        long startNs = threads.getCurrentThreadCpuTime();
        Optional<String> wrong = attempt(target, input);
        long tookNs = threads.getCurrentThreadCpuTime() - startNs;
        long allocated = threads.getCurrentThreadAllocatedBytes() - allocatedBefore;
        if (wrong.isEmpty() && allocated > mostAllocatedBytes) {
            wrong = Optional.of("allocated " + allocated + " bytes");
        }
        if (wrong.isEmpty() && tookNs > LONGEST_NS) {
            wrong = Optional.of("computed for " + tookNs / 1_000_000 + " ms");
        }
        return wrong.map(what -> target.name() + ": " + what + " [input=" + hex(input) + "]");
    }

    private static Optional<String> attempt(Target target, byte[] input) {
        try {
            target.attempt().run(input);
            return Optional.empty();
        } catch (Exception e) {
            boolean declared = target.refusals().stream().anyMatch(type -> type.isInstance(e));
            return declared ? Optional.empty() : Optional.of(describe(e));
        } catch (StackOverflowError | OutOfMemoryError | AssertionError e) {
            return Optional.of(describe(e));
        }
    }

    private static String describe(Throwable thrown) {
        StringBuilder text = new StringBuilder(thrown.toString());
        int shown = 0;
        for (StackTraceElement frame : thrown.getStackTrace()) {
            if (frame.getClassName().startsWith("io.m17") && shown++ < 3) {
                text.append(" < ").append(frame.getFileName()).append(':').append(frame.getLineNumber());
            }
        }
        return text.toString();
    }

    private static String hex(byte[] input) {
        int shown = Math.min(input.length, SHOWN_BYTES);
        return HexFormat.of().formatHex(input, 0, shown) + (shown < input.length ? "…, bytes=" + input.length : "");
    }
}
