package io.m17.proofs.fuzz;

import java.util.List;
import java.util.Set;

/// A decoder to be tried.
///
/// @param refusals the exceptions that it documents
/// @param seeds inputs that it accepts
record Target(String name, Set<Class<? extends Exception>> refusals, List<byte[]> seeds, Attempt attempt) {
    Target {
        refusals = Set.copyOf(refusals);
        seeds = List.copyOf(seeds);
    }

    /// Decodes once; throws a [BrokenPropertyException] when the value is not what it ought to be.
    interface Attempt {
        void run(byte[] input) throws Exception;
    }

    /// A decoded value that is wrong.
    static final class BrokenPropertyException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BrokenPropertyException(String message) {
            super(message);
        }
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new BrokenPropertyException(otherwise);
        }
    }
}
