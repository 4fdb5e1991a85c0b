package io.m17.daemon;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.m17.config.Settings;
import io.m17.config.SettingsException;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// Serves `/metrics` in Prometheus' text form and `/healthz` on a loopback address. Two threads, which only read.
final class MetricsServer implements AutoCloseable {
    private static final int THREADS = 2;
    private static final int BACKLOG = 16;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int UNAVAILABLE = 503;
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private record Answer(int status, String type, String body) {}

    private final HttpServer server;
    private final ExecutorService threads;
    private final PrometheusMeterRegistry registry;
    private final Supplier<Optional<String>> fault;

    private MetricsServer(HttpServer server, PrometheusMeterRegistry registry, Supplier<Optional<String>> fault) {
        this.server = server;
        this.registry = registry;
        this.fault = fault;
        this.threads = Executors.newFixedThreadPool(
                THREADS, Thread.ofPlatform().name("metrics-", 0).daemon(true).factory());
    }

    /// Begins to serve; a port that is taken is a [SettingsException].
    ///
    /// @param fault what is wrong, if anything is
    static MetricsServer start(
            Settings.Metrics settings, PrometheusMeterRegistry registry, Supplier<Optional<String>> fault) {
        try {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getByName(settings.host()), settings.port());
            MetricsServer server = new MetricsServer(HttpServer.create(address, BACKLOG), registry, fault);
            server.server.createContext("/", server::answer);
            server.server.setExecutor(server.threads);
            server.server.start();
            return server;
        } catch (IOException e) {
            throw new SettingsException(
                    "metrics cannot be served there [host=" + settings.host() + ", port=" + settings.port() + ", error="
                            + e.getMessage() + "]; set metrics.port to a free one",
                    e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answerTo(
                    exchange.getRequestMethod(), exchange.getRequestURI().getPath());
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer answerTo(String method, String path) {
        if (!method.equals("GET")) {
            return new Answer(METHOD_NOT_ALLOWED, TEXT, "only GET\n");
        }
        return switch (path) {
            case "/metrics" -> new Answer(OK, PROMETHEUS_TEXT, registry.scrape());
            case "/healthz" ->
                fault.get()
                        .map(what -> new Answer(UNAVAILABLE, TEXT, what + "; see the log\n"))
                        .orElseGet(() -> new Answer(OK, TEXT, "ok\n"));
            default -> new Answer(NOT_FOUND, TEXT, "/metrics or /healthz\n");
        };
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
