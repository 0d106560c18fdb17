package dev.rapport.server.bench;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One page's line to a target: visits one after another, each on a connection of its own, at most {@code window} frames on their
 * way. The floor answers each frame with the same bytes, the product with acknowledgements and hints. Runs on one event loop.
 */
final class Line {
    private static final String ACK = "{\"t\":\"ack\",\"seq\":";
    private static final String HINT = "{\"t\":\"hint\"";
    private static final String TOKEN = "{\"t\":\"token\"";

    private final Vertx vertx;
    private final WebSocketClient client;
    private final WebSocketConnectOptions where;
    private final Traffic traffic;
    private final int window;
    private final long[] due;
    private @Nullable WebSocket socket;
    private boolean greeted;
    private boolean stopped;
    private int sent;
    private int answered;

    Line(Vertx vertx, WebSocketClient client, int port, Traffic traffic, int window) {
        this.vertx = vertx;
        this.client = client;
        this.traffic = traffic;
        this.window = window;
        due = new long[traffic.visit().size() + 1];
        where = new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(port)
                .setURI("/v1/socket")
                .addSubProtocol("rapport.v1")
                .addHeader("Origin", ProductTarget.ORIGIN);
    }

    void open() {
        greeted = false;
        sent = 0;
        answered = 0;
        client.connect(where).onSuccess(this::opened).onFailure(e -> {
            if (!stopped) {
                traffic.failed(e);
            }
        });
    }

    private void opened(WebSocket opened) {
        socket = opened;
        if (stopped) {
            close();
            return;
        }
        opened.binaryMessageHandler(this::echoed);
        opened.textMessageHandler(this::told);
        opened.closeHandler(v -> closed(opened));
        Buffer hello = traffic.hello(UUID.randomUUID().toString());
        traffic.up.add(hello.length());
        opened.writeBinaryMessage(hello);
    }

    private void echoed(Buffer bytes) {
        if (greeted) {
            answered(answered + 1);
        } else {
            greeted();
        }
    }

    private void told(String text) {
        traffic.down.add(text.length());
        if (text.startsWith(ACK)) {
            answered(Integer.parseInt(text, ACK.length(), text.length() - 1, 10));
        } else if (text.startsWith(HINT)) {
            traffic.hint(text, due);
        } else if (!greeted) {
            greeted();
        } else if (!text.startsWith(TOKEN)) { // which comes to a page that stays longer than ten minutes
            traffic.failed(new IllegalStateException(text));
        }
    }

    private void greeted() {
        greeted = true;
        traffic.greeted.increment();
        if (window > 0) {
            pump();
        }
    }

    private void answered(int upTo) {
        long now = System.nanoTime();
        for (int i = answered + 1; i <= upTo; i++) {
            traffic.answered(now - due[i]);
        }
        answered = upTo;
        if (answered == traffic.visit().size()) {
            close();
        } else if (window > 0) {
            pump();
        }
    }

    private void pump() {
        while (!stopped && sent - answered < window && sent < traffic.visit().size()) {
            send(System.nanoTime());
        }
    }

    /** Sends the visit's next frame, which was due at {@code nanoTime}; false when the line cannot send now. */
    boolean send(long nanoTime) {
        WebSocket to = socket;
        if (!greeted || to == null || sent == traffic.visit().size()) {
            return false;
        }
        Buffer bytes = traffic.visit().get(sent++);
        due[sent] = nanoTime;
        traffic.up.add(bytes.length());
        to.writeBinaryMessage(bytes);
        return true;
    }

    void stop() {
        stopped = true;
        close();
    }

    private void close() {
        greeted = false;
        if (socket != null && !socket.isClosed()) {
            socket.close();
        }
    }

    private void closed(WebSocket was) {
        if (socket == was) {
            socket = null;
            greeted = false;
            if (!stopped) {
                vertx.runOnContext(v -> open());
            }
        }
    }
}
