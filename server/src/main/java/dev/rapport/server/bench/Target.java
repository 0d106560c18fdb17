package dev.rapport.server.bench;

/** A server under load. */
interface Target extends AutoCloseable {
    /** The port on loopback. */
    int port();

    @Override
    void close();
}
