package dev.rapport.server.ingest;

import dev.rapport.frame.Channel;
import dev.rapport.frame.ClientMessage;
import dev.rapport.frame.Frame;
import dev.rapport.frame.FrameCodec;
import dev.rapport.frame.Hello;
import dev.rapport.frame.Signal;
import dev.rapport.frame.SignalKind;
import dev.rapport.frame.Summary;
import dev.rapport.frame.SummaryField;
import dev.rapport.session.Device;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One page's end of a socket. */
final class Page {
    private static final int SECONDS = 10;

    /** Every type of message that came. */
    final Set<String> types = ConcurrentHashMap.newKeySet();

    private final BlockingQueue<JsonObject> down = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final WebSocket socket;
    private volatile String granted = "";

    private Page(WebSocket socket) {
        this.socket = socket;
        socket.textMessageHandler(text -> {
            JsonObject message = new JsonObject(text);
            types.add(message.getString("t"));
            granted = message.getString("session", granted);
            down.add(message);
        });
        socket.closeHandler(v -> closed.complete((int) (short) socket.closeStatusCode()));
        socket.resume();
    }

    static Page connect(WebSocketClient client, int port, String origin, Map<String, String> headers) {
        WebSocketConnectOptions options = new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(port)
                .setURI("/v1/socket")
                .addSubProtocol("rapport.v1")
                .addHeader("Origin", origin);
        headers.forEach(options::addHeader);
        CompletableFuture<Page> page = new CompletableFuture<>();
        client.connect(options)
                .onSuccess(socket -> {
                    socket.pause();
                    page.complete(new Page(socket));
                })
                .onFailure(page::completeExceptionally);
        return page.orTimeout(SECONDS, TimeUnit.SECONDS).join();
    }

    static Hello hello(String key, String session) {
        return new Hello(key, session, null, "/", "en", Device.MOUSE, false, Set.of(Channel.FRICTION), false, Map.of());
    }

    static Frame frame(long sequence) {
        return frame(sequence, List.of());
    }

    static Frame frame(long sequence, List<Signal> signals) {
        int[] values = new int[SummaryField.COUNT];
        values[SummaryField.ACTIVE_MS.ordinal()] = 400;
        return new Frame(
                sequence, (int) sequence, "/demo/basket.html", Frame.VISIBLE, Summary.of(values), signals, List.of());
    }

    /** A frame with key gaps, which the demo shop does not allow. */
    static Frame typing(long sequence) {
        int[] values = new int[SummaryField.COUNT];
        values[SummaryField.KEY_GAPS.ordinal()] = 3;
        return new Frame(
                sequence, (int) sequence, "/demo/basket.html", Frame.VISIBLE, Summary.of(values), List.of(), List.of());
    }

    /** A frame with rage clicks on the dead coupon button. */
    static Frame rage(long sequence) {
        return frame(sequence, List.of(new Signal(SignalKind.RAGE_CLICK, "#apply-coupon", 4)));
    }

    /** A frame with the rhythm of typing, which its hello did not ask for. */
    static Frame forged(long sequence) {
        int[] values = frame(sequence).summary().toArray();
        values[SummaryField.KEY_GAPS.ordinal()] = 3;
        return new Frame(
                sequence, (int) sequence, "/demo/basket.html", Frame.VISIBLE, Summary.of(values), List.of(), List.of());
    }

    void send(ClientMessage message) {
        sendBytes(FrameCodec.encode(message));
    }

    void sendBytes(byte[] bytes) {
        socket.writeBinaryMessage(Buffer.buffer(bytes));
    }

    void sendText(String text) {
        socket.writeTextMessage(text);
    }

    /** The next message of this type; others before it are passed over. */
    JsonObject await(String type) {
        try {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
            while (System.nanoTime() < end && !(closed.isDone() && down.isEmpty())) {
                JsonObject message = down.poll(20, TimeUnit.MILLISECONDS);
                if (message != null && type.equals(message.getString("t"))) {
                    return message;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError("no " + type + " came" + (closed.isDone() ? ", closed with " + closed.join() : ""));
    }

    /** What the server told the page to say of its visit: name and token. */
    String granted() {
        return granted;
    }

    /** The visit's name. */
    String name() {
        return granted.substring(0, granted.indexOf('.'));
    }

    /** Waits until everything up to {@code sequence} is acknowledged. */
    void awaitAck(long sequence) {
        while (await("ack").getLong("seq") < sequence) {
            // an earlier acknowledgement
        }
    }

    /** The code that the server closed with. */
    int closeCode() throws Exception {
        try {
            return closed.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("the server did not close", e);
        }
    }

    boolean open() {
        return !closed.isDone();
    }

    /** The page goes away. */
    void leave() {
        socket.close().toCompletionStage().toCompletableFuture().join();
    }
}
