package io.m17.treasury.api;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// How the yields API is asked, and how often.
///
/// @param url of the service, without the API's own path; see [#parseUrl]
/// @param from the first date that is asked for
/// @param limit results a page, 1 to 50 000, which is the vendor's bound
/// @param interval from one fetch to the next
/// @param overlapDays how many days before the newest known curve a later fetch begins, so that revisions are found
/// @param connectTimeout for a connection
/// @param timeout for a whole answer, its body included
/// @param attempts how often a request is made before a fault that passes counts
public record YieldsApiOptions(
        URI url,
        KeySource key,
        LocalDate from,
        int limit,
        Duration interval,
        int overlapDays,
        Duration connectTimeout,
        Duration timeout,
        int attempts) {
    /// The most results that the vendor gives in a page.
    public static final int MOST_RESULTS = 50_000;

    private static final int LAST_PORT = 65_535;
    private static final String PATH = "/fed/v1/treasury-yields";
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    public YieldsApiOptions {
        if (!acceptable(url)) {
            throw new IllegalArgumentException("the address of the yields API is https, or http on a loopback address");
        }
        if (limit < 1 || limit > MOST_RESULTS) {
            throw new IllegalArgumentException("a page has 1 to " + MOST_RESULTS + " results [limit=" + limit + "]");
        }
        if (attempts < 1 || overlapDays < 0) {
            throw new IllegalArgumentException("attempts are positive, an overlap is not negative [attempts=" + attempts
                    + ", overlap_days=" + overlapDays + "]");
        }
    }

    /// The address of a service: https, or http on a loopback address, because the key goes with every request; a host,
    /// maybe a port and a path, and nothing else. Empty when the text is none.
    public static Optional<URI> parseUrl(String text) {
        try {
            return Optional.of(new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text))
                    .filter(YieldsApiOptions::acceptable);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean acceptable(URI url) {
        if (url.getScheme() == null || url.getHost() == null) {
            return false;
        }
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        String host = url.getHost().toLowerCase(Locale.ROOT);
        boolean guarded = scheme.equals("https")
                || (scheme.equals("http") && LOOPBACK.matcher(host).matches());
        boolean bare = url.getRawUserInfo() == null && url.getRawQuery() == null && url.getRawFragment() == null;
        return guarded && bare && url.getPort() != 0 && url.getPort() <= LAST_PORT;
    }

    /// The first page of the curves from a date on.
    URI firstPage(LocalDate since) {
        return URI.create(url + PATH + "?date.gte=" + since + "&limit=" + limit);
    }
}
