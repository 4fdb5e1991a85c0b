package io.m17.treasury.api;

/// The secret that the vendor knows an account by. Its text shows nothing of it, so that no message and no log does.
/// Immutable.
public final class ApiKey {
    private static final int MOST_CHARACTERS = 512;
    private static final char SPACE = ' ';
    private static final char LAST_VISIBLE = '~';

    private final String secret;

    private ApiKey(String secret) {
        this.secret = secret;
    }

    /// A key of 1 to 512 visible ASCII characters; anything else is an [IllegalArgumentException] that does not show
    /// it.
    public static ApiKey of(String secret) {
        boolean visible = secret.chars().allMatch(character -> character > SPACE && character <= LAST_VISIBLE);
        if (secret.isEmpty() || secret.length() > MOST_CHARACTERS || !visible) {
            throw new IllegalArgumentException("a key has 1 to " + MOST_CHARACTERS
                    + " visible ASCII characters [characters=" + secret.length() + "]");
        }
        return new ApiKey(secret);
    }

    /// What the header `Authorization` says.
    String authorization() {
        return "Bearer " + secret;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ApiKey key && secret.equals(key.secret);
    }

    @Override
    public int hashCode() {
        return secret.hashCode();
    }

    @Override
    public String toString() {
        return "ApiKey[hidden]";
    }
}
