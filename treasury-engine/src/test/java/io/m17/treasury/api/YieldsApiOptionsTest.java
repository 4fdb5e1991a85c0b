package io.m17.treasury.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.treasury.api.YieldsApiException.Fault;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class YieldsApiOptionsTest {
    @TempDir
    private Path directory = Path.of("");

    @Test
    void takesAnAddressWithOrWithoutASlashAtItsEnd() {
        Optional<URI> expected = Optional.of(URI.create("https://api.massive.com"));
        assertEquals(expected, YieldsApiOptions.parseUrl("https://api.massive.com"));
        assertEquals(expected, YieldsApiOptions.parseUrl("https://api.massive.com/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080", "http://127.0.0.1", "http://[::1]:80", "https://proxy.example/v"})
    void takesAnAddressThatGuardsTheKey(String text) {
        assertTrue(YieldsApiOptions.parseUrl(text).isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "api.massive.com",
                "http://api.massive.com",
                "http://127.0.0.1.example.com",
                "ftp://api.massive.com",
                "https://me@api.massive.com",
                "https://api.massive.com?apiKey=x",
                "https://api.massive.com#x",
                "https://api.massive.com:99999",
                "https://a b"
            })
    void refusesAnyOtherAddress(String text) {
        assertFalse(YieldsApiOptions.parseUrl(text).isPresent());
    }

    @Test
    void readsTheKeyAnewFromItsFile() throws IOException {
        Path file = Files.writeString(directory.resolve("key"), "first\n");
        KeySource source = new KeySource.InFile(file);
        assertEquals(ApiKey.of("first"), source.read());
        Files.writeString(file, "second");
        assertEquals(ApiKey.of("second"), source.read());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "two\nlines", "\u00fcber"})
    void saysWhichFileHoldsNoKeyAndNotWhatItHolds(String content) throws IOException {
        Path file = Files.writeString(directory.resolve("file"), content);
        YieldsApiException e = assertThrows(YieldsApiException.class, () -> new KeySource.InFile(file).read());
        String message = String.valueOf(e.getMessage());
        assertEquals(Fault.NO_KEY, e.fault());
        assertTrue(message.contains("file=" + file), message);
        assertTrue(content.isEmpty() || !message.contains(content), message);
        assertEquals(1, message.lines().count());
    }

    @Test
    void saysThatTheFileIsNotThere() {
        YieldsApiException e =
                assertThrows(YieldsApiException.class, () -> new KeySource.InFile(directory.resolve("none")).read());
        assertTrue(String.valueOf(e.getMessage()).contains("NoSuchFileException"), e.getMessage());
    }

    @Test
    void showsNothingOfAKey() {
        assertEquals("ApiKey[hidden]", ApiKey.of("abc").toString());
        assertThrows(IllegalArgumentException.class, () -> ApiKey.of(""));
        assertThrows(IllegalArgumentException.class, () -> ApiKey.of("x".repeat(513)));
    }
}
