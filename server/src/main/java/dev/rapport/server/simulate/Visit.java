package dev.rapport.server.simulate;

import dev.rapport.frame.Frame;
import dev.rapport.frame.FrameCodec;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One visitor's page on the line: hello, a frame each second, and what the server says in between. Runs on one event loop. */
final class Visit {
    private static final int GOODBYE_MILLIS = 3_000;

    private final Vertx vertx;
    private final Visitor visitor;
    private final Totals totals;
    private final long tickMillis;
    private @Nullable WebSocket socket;
    private long timer = -1;
    private long last;
    private long acknowledged;
    private boolean leaving;
    private boolean over;

    Visit(Vertx vertx, Visitor visitor, Totals totals, long tickMillis) {
        this.vertx = vertx;
        this.visitor = visitor;
        this.totals = totals;
        this.tickMillis = tickMillis;
    }

    void begin(WebSocketClient client, WebSocketConnectOptions where) {
        client.connect(where).onSuccess(this::opened).onFailure(e -> {
            totals.problem(String.valueOf(e.getMessage()));
            totals.turnedAway.incrementAndGet();
            totals.ended.countDown();
        });
    }

    private void opened(WebSocket opened) {
        socket = opened;
        opened.textMessageHandler(text -> hear(new JsonObject(text)));
        opened.closeHandler(v -> end());
        opened.exceptionHandler(e -> totals.problem(String.valueOf(e.getMessage())));
        send(FrameCodec.encode(visitor.hello()));
    }

    private void hear(JsonObject message) {
        switch (message.getString("t", "")) {
            case "welcome" -> {
                totals.welcomed.incrementAndGet();
                timer = vertx.setPeriodic(tickMillis, id -> tick());
            }
            case "ack" -> {
                acknowledged = message.getLong("seq", 0L);
                leaveWhenAcknowledged();
            }
            case "hint" -> {
                totals.hints.incrementAndGet();
                visitor.see(message.getString("id", ""));
            }
            case "error" -> totals.problem(message.getString("message", "the server refused"));
            default -> {} // "retry" and "withdraw" need no answer from somebody who leaves soon
        }
    }

    private void tick() {
        if (leaving) {
            return;
        }
        Optional<Frame> frame = visitor.next();
        if (frame.isPresent()) {
            last = frame.get().sequence();
            totals.sent.incrementAndGet();
            send(FrameCodec.encode(frame.get()));
        } else {
            leaving = true;
            vertx.setTimer(GOODBYE_MILLIS, id -> close());
            leaveWhenAcknowledged();
        }
    }

    private void leaveWhenAcknowledged() {
        if (leaving && acknowledged >= last) {
            close();
        }
    }

    private void send(byte[] bytes) {
        if (socket != null && !socket.isClosed()) {
            socket.writeBinaryMessage(Buffer.buffer(bytes));
        }
    }

    private void close() {
        if (socket != null && !socket.isClosed()) {
            socket.close();
        }
    }

    private void end() {
        if (!over) {
            over = true;
            vertx.cancelTimer(timer);
            totals.acknowledged.addAndGet(Math.min(acknowledged, last));
            totals.add(visitor);
            totals.ended.countDown();
        }
    }
}
