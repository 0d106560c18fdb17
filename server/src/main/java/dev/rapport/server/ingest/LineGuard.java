package dev.rapport.server.ingest;

import io.vertx.core.Handler;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.http.WebSocketFrameType;

/** Ends a connection that floods with pings or pongs. Belongs to one connection's event loop. */
final class LineGuard implements Handler<WebSocketFrame> {
    private static final double AT_ONCE = 60;
    private static final double A_SECOND = 1;

    private final ServerWebSocket socket;
    private final Budget budget = new Budget(AT_ONCE, A_SECOND, System.nanoTime());

    LineGuard(ServerWebSocket socket) {
        this.socket = socket;
    }

    @Override
    public void handle(WebSocketFrame frame) {
        boolean control = frame.type() == WebSocketFrameType.PING || frame.type() == WebSocketFrameType.PONG;
        if (control && !socket.isClosed() && !budget.take(System.nanoTime())) {
            socket.close((short) 1008, "too many pings");
        }
    }
}
