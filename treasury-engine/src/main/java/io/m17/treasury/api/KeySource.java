package io.m17.treasury.api;

import io.m17.treasury.api.YieldsApiException.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where the key is.
public sealed interface KeySource {
    /// The key as it is now; one that cannot be had is a [YieldsApiException].
    ApiKey read();

    /// A key that was given.
    record Given(ApiKey key) implements KeySource {
        @Override
        public ApiKey read() {
            return key;
        }
    }

    /// A key that stands alone in a file. It is read before every fetch, so that a new one counts without a restart.
    record InFile(Path file) implements KeySource {
        private static final long MOST_BYTES = 4096;

        @Override
        public ApiKey read() {
            try {
                if (Files.size(file) > MOST_BYTES) {
                    throw unreadable("over " + MOST_BYTES + " bytes", null);
                }
                return ApiKey.of(Files.readString(file).strip());
            } catch (IOException e) {
                throw unreadable(e.getClass().getSimpleName(), e);
            } catch (IllegalArgumentException e) {
                throw unreadable("no key", e);
            }
        }

        private YieldsApiException unreadable(String why, @Nullable Exception cause) {
            return new YieldsApiException(
                    Fault.NO_KEY,
                    "the key of the yields API cannot be read",
                    "file=" + file + ", error=" + why,
                    "write the key alone into the file, and let m17 read it",
                    cause);
        }
    }
}
