package dev.rapport.e2e.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/**
 * A customer's web site on an origin of its own: the pages below {@code /pages} of the test resources with the tag as the
 * documentation says. {@code /slow?ms=N} answers late, {@code /fail} answers 500.
 */
public final class HostPages implements AutoCloseable {
    /** A strict policy that only names what the documentation asks for. */
    public static final String STRICT_CSP =
            "default-src 'self'; script-src 'self' RAPPORT; connect-src 'self' RAPPORT WS; "
                    + "style-src 'self'; object-src 'none'; base-uri 'none'; require-trusted-types-for 'script'";

    private final HttpServer server;
    private volatile String rapport = "";

    /** Starts on a free port of loopback. */
    public HostPages() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** The Rapport server whose tag the pages embed, for example {@code http://127.0.0.1:8080}. */
    public void embed(String publicUrl) {
        rapport = publicUrl;
    }

    /** This site's origin. */
    public String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The address of a page, for example {@code signals/rage}. */
    public String page(String name) {
        return origin() + "/" + name + ".html";
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/slow")) {
                pause(Integer.parseInt(exchange.getRequestURI().getQuery().replaceAll("\\D", "")));
                send(exchange, 200, "text/plain", "late".getBytes(StandardCharsets.UTF_8));
            } else if (path.equals("/fail")) {
                send(exchange, 500, "text/plain", "planted".getBytes(StandardCharsets.UTF_8));
            } else {
                file(exchange, path);
            }
        }
    }

    private void file(HttpExchange exchange, String path) throws IOException {
        try (InputStream in = HostPages.class.getResourceAsStream("/pages" + path)) {
            if (in == null) {
                send(exchange, 404, "text/plain", new byte[0]);
                return;
            }
            byte[] body = in.readAllBytes();
            if (path.endsWith(".html")) {
                String html = new String(body, StandardCharsets.UTF_8).replace("RAPPORT", rapport);
                if (html.contains("data-strict-csp")) {
                    exchange.getResponseHeaders()
                            .set(
                                    "Content-Security-Policy",
                                    STRICT_CSP
                                            .replace("RAPPORT", rapport)
                                            .replace("WS", rapport.replaceFirst("http", "ws")));
                }
                body = html.getBytes(StandardCharsets.UTF_8);
            }
            send(exchange, 200, type(path), body);
        }
    }

    private static String type(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "html" -> "text/html; charset=utf-8";
            case "js" -> "text/javascript";
            case "css" -> "text/css";
            default -> "application/octet-stream";
        };
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
