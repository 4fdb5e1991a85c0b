package io.m17.treasury.api;

import io.m17.treasury.api.YieldsApiException.Fault;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// What went wrong with one request, in words. Nothing that the server wrote is repeated but its status.
///
/// @param url of the service
/// @param attempt the number of the request, from 1
record HttpFaults(URI url, int attempt) {
    private static final int MOST_CAUSES = 8;
    private static final String LATER = "it is asked again later; ";

    /// A status other than 200.
    YieldsApiException of(int status, Duration retryAfter) {
        return switch (status) {
            case 401 -> fault(Fault.UNKNOWN_KEY, status, "the yields API does not know the key", "check the key");
            case 403 ->
                fault(
                        Fault.NOT_ENTITLED,
                        status,
                        "the yields API gives this account no yields",
                        "ask the vendor for a plan that has them, or use the Treasury's files");
            case 404 -> fault(Fault.NOT_FOUND, status, "the yields API is not there", "check its address");
            case 429 ->
                passing(
                        Fault.RATE_LIMITED,
                        "the yields API allows no more requests for now",
                        "status=429",
                        LATER + "if it goes on, ask less often",
                        retryAfter,
                        null);
            default -> ofOther(status, retryAfter);
        };
    }

    private YieldsApiException ofOther(int status, Duration retryAfter) {
        if (status >= 500) {
            return passing(
                    Fault.UNAVAILABLE,
                    "the yields API is in trouble",
                    "status=" + status,
                    LATER + "if it goes on, ask the vendor",
                    retryAfter,
                    null);
        }
        return status >= 300 && status < 400
                ? fault(
                        Fault.REDIRECTED,
                        status,
                        "the yields API sends to another address, to which nothing is sent",
                        "set its new address")
                : fault(Fault.REFUSED, status, "the yields API refuses the request", "check page limit and first date");
    }

    /// No answer in time.
    YieldsApiException late(Duration timeout, TimeoutException cause) {
        return passing(
                Fault.UNAVAILABLE,
                "the yields API did not answer in time",
                "timeout_ms=" + timeout.toMillis(),
                LATER + "if it goes on, allow it more time",
                Duration.ZERO,
                cause);
    }

    /// A connection that could not be made, or broke.
    YieldsApiException broken(IOException cause) {
        return passing(
                Fault.UNAVAILABLE,
                "the yields API cannot be reached, or broke off",
                "error=" + root(cause),
                LATER + "if it goes on, check address and network",
                Duration.ZERO,
                cause);
    }

    /// A body over the bound.
    YieldsApiException tooLong(int mostBytes) {
        return new YieldsApiException(
                Fault.TOO_LONG,
                "the yields API's answer is too long",
                where("most_bytes=" + mostBytes),
                "set a smaller page limit",
                null);
    }

    private YieldsApiException fault(Fault fault, int status, String what, String action) {
        return new YieldsApiException(fault, what, where("status=" + status), action, null);
    }

    private YieldsApiException passing(
            Fault fault, String what, String detail, String action, Duration retryAfter, @Nullable Exception cause) {
        return new YieldsApiException(fault, what, where(detail), action, retryAfter, cause);
    }

    private String where(String detail) {
        return "url=" + url + ", " + detail + ", attempts=" + attempt;
    }

    /// The kind of the cause at the root, `ConnectException`; messages may quote the server.
    private static String root(Throwable failure) {
        Throwable root = failure;
        for (int depth = 0; root.getCause() != null && depth < MOST_CAUSES; depth++) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName();
    }
}
