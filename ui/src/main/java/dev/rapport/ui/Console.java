package dev.rapport.ui;

import dev.rapport.ui.web.ConsoleContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The console's listener: a Jetty server with the Vaadin servlet. Start it once, close it once. */
public final class Console implements AutoCloseable {
    private static final int THREADS = 32;
    private static final long STOP_MILLIS = 2_000;
    private static final long YEAR_SECONDS = 31_536_000;

    private final ConsoleConfig config;
    private final Server server;
    private final ServerConnector connector;

    /** A console that is not listening yet. */
    public Console(ConsoleConfig config, ConsoleServices services) {
        this.config = config;
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 4);
        threads.setName("console");
        threads.setDaemon(true);
        server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        connector = new ServerConnector(server, 1, 1, protocols(config, http));
        connector.setHost(config.host());
        connector.setPort(config.port());
        server.addConnector(connector);
        server.setHandler(ConsoleContext.of(config, services));
        server.setStopTimeout(STOP_MILLIS);
    }

    private static ConnectionFactory[] protocols(ConsoleConfig config, HttpConfiguration http) {
        HttpConnectionFactory plain = new HttpConnectionFactory(http);
        if (config.tls().isEmpty()) {
            return new ConnectionFactory[] {plain};
        }
        SecureRequestCustomizer secure = new SecureRequestCustomizer(false);
        secure.setStsMaxAge(YEAR_SECONDS);
        http.addCustomizer(secure);
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setSslContext(config.tls().get());
        return new ConnectionFactory[] {new SslConnectionFactory(tls, plain.getProtocol()), plain};
    }

    /**
     * Binds the port and starts answering.
     *
     * @throws UncheckedIOException with the address when it cannot be bound
     */
    public void start() {
        try {
            server.start();
        } catch (IOException e) {
            stopQuietly();
            throw new UncheckedIOException(
                    "the console cannot listen on " + new InetSocketAddress(config.host(), config.port())
                            + "; free that port or choose another",
                    e);
        } catch (Exception e) {
            stopQuietly();
            throw new IllegalStateException("the console did not start: " + e.getMessage(), e);
        }
    }

    /** The port it listens on; meaningful once started. */
    public int port() {
        return connector.getLocalPort();
    }

    /** Stops listening and ends all sessions. */
    @Override
    public void close() {
        stopQuietly();
    }

    private void stopQuietly() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the console did not stop", e);
        }
    }
}
