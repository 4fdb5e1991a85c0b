package io.m17.treasury.api;

import io.m17.treasury.api.YieldsApiException.Fault;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// The vendor's API of daily Treasury par yields (`/fed/v1/treasury-yields`).
///
/// A fetch is all or nothing: its pages are followed by `next_url`, which must lie on the same scheme,
/// host and port, as far as a bound and never in a circle. How a page is asked for, and repeated, is the
/// business of [PageClient]; what an answer means is that of [YieldsPage]. Confined to one thread.
public final class YieldsApi implements AutoCloseable {
    private static final int MOST_PAGES = 1000;
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    private final YieldsApiOptions options;
    private final InstantSource clock;
    private final ApiMeters meters;
    private final PageClient client;

    private YieldsApi(YieldsApiOptions options, InstantSource clock, ApiMeters meters, PageClient client) {
        this.options = options;
        this.clock = clock;
        this.meters = meters;
        this.client = client;
    }

    /// Connects nothing yet; the first fetch does.
    public static YieldsApi open(YieldsApiOptions options, InstantSource clock, MeterRegistry meters) {
        return open(options, clock, meters, Thread::sleep, RandomGenerator.getDefault());
    }

    /// The same with another way to wait and another chance.
    static YieldsApi open(
            YieldsApiOptions options, InstantSource clock, MeterRegistry meters, Pause pause, RandomGenerator random) {
        ApiMeters counts = new ApiMeters(meters);
        PageClient client = new PageClient(options, Backoff.usual(random), pause, clock, counts);
        return new YieldsApi(options, clock, counts, client);
    }

    /// The curves from a date on; a [YieldsApiException] when not every page of them can be had.
    public YieldsAnswer fetch(LocalDate from) throws InterruptedException {
        try {
            YieldsAnswer answer = pages(options.firstPage(from), options.key().read());
            meters.succeeded(answer.fetchedAt());
            return answer;
        } catch (YieldsApiException e) {
            meters.failed();
            throw e;
        }
    }

    private YieldsAnswer pages(URI first, ApiKey key) throws InterruptedException {
        CurveCollection curves = new CurveCollection();
        Set<URI> asked = new HashSet<>();
        Optional<URI> page = Optional.of(first);
        while (page.isPresent()) {
            URI current = page.get();
            if (!asked.add(current)) {
                throw astray("the yields API names a page as its next that was read before", "pages=" + asked.size());
            }
            if (asked.size() > MOST_PAGES) {
                throw astray("the yields API names ever more pages", "most_pages=" + MOST_PAGES);
            }
            page = YieldsPage.read(options.url(), client.get(current, key), curves)
                    .map(address -> next(current, address));
        }
        return curves.answer(first, clock.instant());
    }

    /// The address of the next page; the key must not follow it to somebody else.
    @SuppressWarnings("UnusedException") // its message quotes the answer
    private URI next(URI page, String address) {
        try {
            URI next = page.resolve(new URI(address));
            if (sameOrigin(next)) {
                return next;
            }
            throw astray("the yields API names another host for its next page, which is not asked", "next=elsewhere");
        } catch (URISyntaxException e) {
            throw astray("the yields API names as its next page what is no address", "next=malformed");
        }
    }

    private boolean sameOrigin(URI next) {
        return next.getScheme() != null
                && next.getHost() != null
                && next.getRawUserInfo() == null
                && next.getScheme().equalsIgnoreCase(options.url().getScheme())
                && next.getHost().equalsIgnoreCase(options.url().getHost())
                && port(next) == port(options.url());
    }

    private static int port(URI url) {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return url.getScheme().toLowerCase(Locale.ROOT).equals("https") ? HTTPS_PORT : HTTP_PORT;
    }

    private YieldsApiException astray(String what, String detail) {
        return new YieldsApiException(
                Fault.ASTRAY, what, "url=" + options.url() + ", " + detail, "nothing was taken; tell the vendor", null);
    }

    @Override
    public void close() {
        client.close();
    }
}
