package io.m17.proofs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// The same tries side by side on as many threads as a small machine has processors. Each lane has a seed and a
/// directory of its own, so none sees what another does.
public final class Lanes {
    /// How many there are.
    public static final int COUNT = 2;

    private Lanes() {}

    /// One of them.
    ///
    /// @param number from 0
    public record Lane(int number, long seed, Path directory) {}

    /// What a lane does until it has enough.
    public interface Work<T> {
        T run(Lane lane) throws Exception;
    }

    /// Runs all lanes and returns what each found, in order; the first exception of one is thrown when all have ended.
    public static <T> List<T> run(long seed, Path directory, Work<T> work) throws Exception {
        List<T> found = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(COUNT)) {
            List<Future<T>> running = new ArrayList<>();
            for (int number = 0; number < COUNT; number++) {
                Lane lane = lane(number, seed, directory);
                running.add(threads.submit(() -> work.run(lane)));
            }
            for (Future<T> each : running) {
                found.add(result(each));
            }
        }
        return found;
    }

    private static Lane lane(int number, long seed, Path directory) throws IOException {
        return new Lane(number, seed + number, Files.createDirectories(directory.resolve("lane-" + number)));
    }

    private static <T> T result(Future<T> running) throws Exception {
        try {
            return running.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }
}
