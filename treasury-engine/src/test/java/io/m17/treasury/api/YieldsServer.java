package io.m17.treasury.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// An HTTP server on loopback that gives the answers it was told to give, in their order, and then 418.
public final class YieldsServer implements AutoCloseable {
    private static final int TEAPOT = 418;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<HttpHandler> answers = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();

    private YieldsServer(HttpServer server) {
        this.server = server;
    }

    public static YieldsServer start() throws IOException {
        YieldsServer started =
                new YieldsServer(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        started.server.setExecutor(started.threads);
        started.server.createContext("/", started::handle);
        started.server.start();
        return started;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// What was asked for so far, path and query.
    public List<String> requests() {
        return List.copyOf(requests);
    }

    List<String> authorizations() {
        return List.copyOf(authorizations);
    }

    private void handle(HttpExchange exchange) throws IOException {
        requests.add(exchange.getRequestURI().toString());
        authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        HttpHandler answer = answers.poll();
        if (answer == null) {
            send(exchange, TEAPOT, "");
        } else {
            answer.handle(exchange);
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    YieldsServer then(HttpHandler answer) {
        answers.add(answer);
        return this;
    }

    public YieldsServer then(int status, String body) {
        return then(exchange -> send(exchange, status, body));
    }

    YieldsServer thenWith(int status, String header, String value) {
        return then(exchange -> {
            exchange.getResponseHeaders().set(header, value);
            send(exchange, status, "{\"status\":\"ERROR\"}");
        });
    }

    /// A server that wants to be left alone for so many seconds.
    public YieldsServer thenBusy(int seconds) {
        return thenWith(429, "Retry-After", Integer.toString(seconds));
    }

    /// A page of results, the last one.
    public YieldsServer thenPage(String... results) {
        return then(200, "{\"results\":[" + String.join(",", results) + "],\"status\":\"OK\"}");
    }

    /// A page of one result that names another as its next.
    YieldsServer thenPageBefore(String next, String result) {
        return then(200, "{\"results\":[" + result + "],\"next_url\":\"" + next + "\",\"status\":\"OK\"}");
    }

    /// The beginning of a page, and nothing more until the server is closed.
    YieldsServer thenHalfAPage() {
        return then(exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write("{\"results\":[".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            try {
                closing.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /// Blanks without an end.
    YieldsServer thenForever() {
        return then(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] blanks = " ".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
            while (closing.getCount() > 0) {
                exchange.getResponseBody().write(blanks);
            }
        });
    }

    /// A result with one yield.
    public static String result(String date, String monthPercent) {
        return "{\"date\":\"" + date + "\",\"yield_1_month\":" + monthPercent + "}";
    }

    @Override
    public void close() {
        if (closing.getCount() == 0) {
            return;
        }
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
