package dev.rapport.server.chaos;

import dev.rapport.frame.Channel;
import dev.rapport.frame.FrameCodec;
import dev.rapport.frame.Hello;
import dev.rapport.server.simulate.SampleVisit;
import dev.rapport.session.Device;
import dev.rapport.settings.DemoSettings;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An honest page as the widget is one: keeps what is not acknowledged, comes back after a cut with growing random pauses, sends
 * again, and waits when it is told to. Visit after visit. Runs on one event loop.
 */
final class Visitor {
    private static final int VISIT = 250;
    private static final int MOST_UNCONFIRMED = 240;
    private static final int LONGEST_WAIT = 2_000;
    private static final List<Buffer> FRAMES = SampleVisit.frames(VISIT, 1).stream()
            .map(frame -> Buffer.buffer(FrameCodec.encode(frame)))
            .toList();

    private final WebSocketClient client;
    private final WebSocketConnectOptions where;
    private final Visitors all;
    private final Random random;
    private final long[] sentAt = new long[VISIT + 1];
    private @Nullable WebSocket socket;
    private String name = fresh();
    private String visit = "";
    private boolean welcomed;
    private boolean connecting;
    private boolean stopped;
    private int made;
    private int acknowledged;
    private int failures;
    private long notBefore;

    Visitor(WebSocketClient client, WebSocketConnectOptions where, Visitors all, long seed) {
        this.client = client;
        this.where = where;
        this.all = all;
        this.random = new Random(seed);
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }

    /** Makes and sends the next frame, or goes on to the next visit, as long as frames are wanted. */
    void tick(boolean wanted) {
        if (stopped) {
            return;
        }
        if (socket == null) {
            open();
        }
        if (made == VISIT && acknowledged == VISIT) {
            leave();
        } else if (wanted && welcomed && made < VISIT && made - acknowledged < MOST_UNCONFIRMED) {
            made++;
            all.ledger().sent(visit, made);
            sentAt[made] = System.nanoTime();
            write(FRAMES.get(made - 1));
        }
    }

    boolean allAcknowledged() {
        return acknowledged == made;
    }

    private void open() {
        if (connecting || System.nanoTime() < notBefore) {
            return;
        }
        connecting = true;
        client.connect(where).onComplete(done -> {
            connecting = false;
            if (done.failed()) {
                closed();
            } else {
                opened(done.result());
            }
        });
    }

    private void opened(WebSocket opened) {
        if (stopped) {
            opened.close();
            return;
        }
        socket = opened;
        opened.textMessageHandler(text -> hear(opened, text));
        opened.exceptionHandler(e -> all.troubled());
        opened.closeHandler(v -> {
            if (socket == opened) {
                closed();
            }
        });
        opened.writeBinaryMessage(Buffer.buffer(FrameCodec.encode(new Hello(
                DemoSettings.SITE_KEY,
                name,
                null,
                "/demo/basket.html",
                "en",
                Device.MOUSE,
                false,
                Set.of(Channel.FRICTION),
                true,
                Map.of()))));
    }

    private void hear(WebSocket from, String text) {
        if (from != socket) {
            return;
        }
        JsonObject message = new JsonObject(text);
        String granted = message.getString("session");
        if (granted != null) {
            name = granted;
            String named = granted.substring(0, granted.indexOf('.'));
            if (!named.equals(visit)) {
                visit = named;
                all.ledger().begun(visit, acknowledged + 1);
                if (made > acknowledged) {
                    all.ledger().sent(visit, made);
                }
            }
        }
        switch (message.getString("t", "")) {
            case "welcome" -> {
                confirmed(message.getLong("seq", 0L));
                welcomed = true;
                failures = 0;
                for (int i = acknowledged; i < made; i++) {
                    write(FRAMES.get(i));
                }
            }
            case "ack" -> confirmed(message.getLong("seq", 0L));
            case "retry" -> notBefore = System.nanoTime() + 1_000_000_000L * message.getLong("after", 30L);
            default -> {} // hints change nothing here
        }
    }

    private void confirmed(long sequence) {
        int upTo = (int) Math.min(sequence, made);
        long now = System.nanoTime();
        for (int i = acknowledged + 1; i <= upTo; i++) {
            all.answered(now - sentAt[i]);
        }
        if (upTo > acknowledged) {
            acknowledged = upTo;
            all.ledger().acknowledged(visit, upTo);
        }
    }

    private void write(Buffer frame) {
        WebSocket to = socket;
        if (to != null && !to.isClosed()) {
            to.writeBinaryMessage(frame);
        }
    }

    private void closed() {
        socket = null;
        welcomed = false;
        long wait = random.nextLong(Math.min(LONGEST_WAIT, 100L << Math.min(failures++, 5)) + 1);
        notBefore = Math.max(notBefore, System.nanoTime() + 1_000_000 * wait);
    }

    /** This visit is over; the next one begins. */
    private void leave() {
        hangUp();
        name = fresh();
        made = 0;
        acknowledged = 0;
    }

    private void hangUp() {
        WebSocket was = socket;
        socket = null;
        welcomed = false;
        if (was != null && !was.isClosed()) {
            was.close();
        }
    }

    void stop() {
        stopped = true;
        hangUp();
    }
}
