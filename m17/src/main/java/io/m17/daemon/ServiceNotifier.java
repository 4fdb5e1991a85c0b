package io.m17.daemon;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells systemd how the service is, as `sd_notify(3)` describes: a datagram on the Unix socket that `NOTIFY_SOCKET`
/// names. Does nothing without one. A message that cannot be sent is logged and otherwise without effect. Confined to
/// the supervising thread.
final class ServiceNotifier {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceNotifier.class);
    private static final int AF_UNIX = 1;
    private static final int SOCK_DGRAM_CLOEXEC = 2 | 0x80000;
    private static final int PATH_OFFSET = 2;
    private static final int PATH_LENGTH_LIMIT = 108;

    private final Optional<String> socket;
    private final Optional<Duration> watchdog;

    private ServiceNotifier(Optional<String> socket, Optional<Duration> watchdog) {
        this.socket = socket;
        this.watchdog = watchdog;
    }

    static ServiceNotifier of(Map<String, String> environment) {
        Optional<String> socket = Optional.ofNullable(environment.get("NOTIFY_SOCKET"))
                .filter(name -> name.startsWith("/") || name.startsWith("@"))
                .filter(name -> name.length() < PATH_LENGTH_LIMIT);
        Optional<Duration> watchdog = Optional.ofNullable(environment.get("WATCHDOG_USEC"))
                .filter(text -> text.matches("[1-9][0-9]{0,15}"))
                .map(text -> Duration.of(Long.parseLong(text), ChronoUnit.MICROS));
        return new ServiceNotifier(socket, watchdog);
    }

    /// How often the supervisor has to say that it lives, when it has to.
    Optional<Duration> watchdog() {
        return watchdog;
    }

    void ready() {
        send("READY=1");
    }

    void alive() {
        send("WATCHDOG=1");
    }

    void stopping() {
        send("STOPPING=1");
    }

    private void send(String state) {
        socket.ifPresent(name -> {
            try {
                send(name, state.getBytes(StandardCharsets.UTF_8));
            } catch (Throwable e) {
                LOG.warn("systemd cannot be told [socket={}, state={}, error={}]", name, state, e.toString());
            }
        });
    }

    private static void send(String name, byte[] state) throws Throwable {
        MethodHandle open = handle(
                "socket", ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
        MethodHandle close = handle("close", ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
        MethodHandle sendTo = handle(
                "sendto",
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS,
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS,
                ValueLayout.JAVA_INT);
        byte[] path = name.getBytes(StandardCharsets.UTF_8);
        if (name.startsWith("@")) {
            path[0] = 0;
        }
        int file = (int) open.invokeExact(AF_UNIX, SOCK_DGRAM_CLOEXEC, 0);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment address = arena.allocate(PATH_OFFSET + path.length + 1L);
            address.set(ValueLayout.JAVA_SHORT, 0, (short) AF_UNIX);
            MemorySegment.copy(path, 0, address, ValueLayout.JAVA_BYTE, PATH_OFFSET, path.length);
            MemorySegment message = arena.allocateFrom(ValueLayout.JAVA_BYTE, state);
            long sent = (long)
                    sendTo.invokeExact(file, message, (long) state.length, 0, address, PATH_OFFSET + path.length);
            if (sent < 0) {
                LOG.warn("systemd does not listen [socket={}]", name);
            }
        } finally {
            int closed = (int) close.invokeExact(file);
            LOG.trace("closed [result={}]", closed);
        }
    }

    @SuppressWarnings("restricted")
    private static MethodHandle handle(String function, MemoryLayout result, MemoryLayout... parameters) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow(function), FunctionDescriptor.of(result, parameters));
    }
}
