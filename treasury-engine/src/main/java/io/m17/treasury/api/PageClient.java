package io.m17.treasury.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Gets one page at a time, again and again while the fault is one that passes, so often and no more. Follows no
/// redirection, because the key goes with the request. Confined to one thread.
final class PageClient implements AutoCloseable {
    /// Room for 50 000 results of eleven yields.
    private static final int MOST_BYTES = 16 << 20;

    private static final int OK = 200;

    private final YieldsApiOptions options;
    private final Backoff backoff;
    private final Pause pause;
    private final InstantSource clock;
    private final ApiMeters meters;
    private final HttpClient http;

    PageClient(YieldsApiOptions options, Backoff backoff, Pause pause, InstantSource clock, ApiMeters meters) {
        this.options = options;
        this.backoff = backoff;
        this.pause = pause;
        this.clock = clock;
        this.meters = meters;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(options.connectTimeout())
                .build();
    }

    /// The body of a page; a [YieldsApiException] when it cannot be had.
    byte[] get(URI page, ApiKey key) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            meters.requested(attempt);
            try {
                return ask(page, key, new HttpFaults(options.url(), attempt));
            } catch (YieldsApiException e) {
                if (!worthRepeating(e, attempt)) {
                    throw e;
                }
                pause.of(backoff.before(attempt, e.retryAfter()));
            }
        }
    }

    /// A server that wants to be left alone for longer than a fetch waits is, and whoever asked waits.
    private boolean worthRepeating(YieldsApiException failure, int attempt) {
        return failure.fault().passes()
                && attempt < options.attempts()
                && failure.retryAfter().compareTo(backoff.longest()) <= 0;
    }

    private byte[] ask(URI page, ApiKey key, HttpFaults faults) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(page)
                .header("Accept", "application/json")
                .header("Authorization", key.authorization())
                .build();
        HttpResponse<Optional<byte[]>> answer = exchange(request, faults);
        if (answer.statusCode() != OK) {
            throw faults.of(answer.statusCode(), retryAfter(answer));
        }
        return answer.body().orElseThrow(() -> faults.tooLong(MOST_BYTES));
    }

    private Duration retryAfter(HttpResponse<?> answer) {
        return RetryAfter.parse(answer.headers().firstValue("Retry-After").orElse(""), clock.instant());
    }

    /// The client's own timeout ends with the headers; this one covers the body.
    private HttpResponse<Optional<byte[]>> exchange(HttpRequest request, HttpFaults faults)
            throws InterruptedException {
        CompletableFuture<HttpResponse<Optional<byte[]>>> exchange =
                http.sendAsync(request, head -> new BoundedBody(MOST_BYTES));
        try {
            return exchange.get(options.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw faults.late(options.timeout(), e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException broken) {
                throw faults.broken(broken);
            }
            throw new IllegalStateException("the HTTP client failed", e);
        } finally {
            exchange.cancel(true);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
