package io.m17.stress;

/// How late a late store is: others may run before it, so that it shows on two busy cores.
final class Lateness {
    private Lateness() {}

    @SuppressWarnings("ThreadPriorityCheck") // a hint is enough here
    static void pass() {
        Thread.yield();
    }
}
