package dev.rapport.models.site;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * One visit's web site on a loopback port of its own, so that no visit shares storage with another: static files, the
 * widget's socket {@code /v1/socket}, its fallback {@code POST /v1/frames}, and three answers that pages ask for:
 * {@code /answer/ok}, {@code /answer/fail} (status 500), {@code /answer/slow?ms=N}.
 */
public final class LocalSite implements AutoCloseable {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml",
            "png", "image/png",
            "webp", "image/webp",
            "woff2", "font/woff2");
    private static final int SLOWEST_MS = 20_000;

    private final ServerSocket listener;
    private final Content content;
    private final Inbox inbox;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** Starts serving {@code content}; what the widget sends goes to {@code inbox}. */
    public LocalSite(Content content, Inbox inbox) {
        this.content = content;
        this.inbox = inbox;
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("No free port on the loopback address: " + e.getMessage(), e);
        }
        threads.execute(this::accept);
    }

    /** For example {@code http://127.0.0.1:40123}. */
    public String address() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                socket.setTcpNoDelay(true);
                threads.execute(() -> serve(socket));
            } catch (SocketException e) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            BufferedInputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            for (Request request = Request.read(in); request != null; request = Request.read(in)) {
                if (request.header("upgrade").equalsIgnoreCase("websocket")) {
                    new WidgetSocket(in, out, inbox).serve(request);
                    return;
                }
                answer(request, out);
            }
        } catch (IOException e) {
            Thread.yield(); // the browser went away; nothing is lost but this connection
        }
    }

    private void answer(Request request, OutputStream out) throws IOException {
        if (request.path().equals("/v1/frames") && request.method().equals("POST")) {
            write(out, 200, "application/json", inbox.posted(request.body()).getBytes(StandardCharsets.UTF_8));
        } else if (request.path().startsWith("/answer/")) {
            special(request, out);
        } else {
            String path = request.path().endsWith("/") ? request.path() + "index.html" : request.path();
            Optional<byte[]> file = content.at(path);
            String ending = path.substring(path.lastIndexOf('.') + 1);
            write(
                    out,
                    file.isPresent() ? 200 : 404,
                    TYPES.getOrDefault(ending, "application/octet-stream"),
                    file.orElseGet(() -> new byte[0]));
        }
    }

    private static void special(Request request, OutputStream out) throws IOException {
        if (request.query().startsWith("ms=")) {
            try {
                Thread.sleep(Math.clamp(Long.parseLong(request.query().substring(3)), 0, SLOWEST_MS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        int status = request.path().equals("/answer/fail") ? 500 : 200;
        write(out, status, "application/json", "{}".getBytes(StandardCharsets.UTF_8));
    }

    private static void write(OutputStream out, int status, String type, byte[] body) throws IOException {
        String head = "HTTP/1.1 " + status + " -\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length
                + "\r\nCache-Control: no-store\r\nAccess-Control-Allow-Origin: *\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
        out.flush();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
