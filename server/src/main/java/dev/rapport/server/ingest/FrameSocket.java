package dev.rapport.server.ingest;

import dev.rapport.frame.ClientMessage;
import dev.rapport.frame.Frame;
import dev.rapport.frame.FrameCodec;
import dev.rapport.frame.Hello;
import dev.rapport.frame.MalformedFrameException;
import dev.rapport.pipeline.Admission;
import dev.rapport.pipeline.Outcome;
import dev.rapport.session.Visit;
import dev.rapport.settings.SiteSettings;
import io.netty.handler.codec.CorruptedFrameException;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One page's connection, from hello to close. Everything here runs on the connection's event loop: hello → admission → welcome,
 * then frame → pipeline → hint at once, acknowledgement once the journal has it on disk.
 */
final class FrameSocket implements SessionRegistry.Owner {
    private static final Logger LOG = LoggerFactory.getLogger(FrameSocket.class);
    private static final int HELLO_MILLIS = 5_000;
    private static final long BEHIND_NANOS = 500_000_000L;
    private static final int MOST_EARLY = 64;

    private final Downlink page;
    private final @Nullable String origin;
    private final String address;
    private final Intake parts;
    private final Context context;
    private final FrameIntake intake;
    private final Runnable left;
    private long helloTimer;
    private List<Frame> early = List.of(); // most pages wait for their welcome
    private @Nullable Visit visit;
    private @Nullable Session session;
    private boolean helloSeen;
    private boolean wasted;

    FrameSocket(
            ServerWebSocket socket,
            @Nullable String origin,
            String address,
            Context context,
            LoopTurn turn,
            FrameIntake intake,
            Intake parts,
            Runnable left) {
        this.page = new Downlink(socket, turn);
        this.intake = intake;
        this.left = left;
        this.origin = origin;
        this.address = address;
        this.parts = parts;
        this.context = context;
        socket.binaryMessageHandler(this::onMessage);
        socket.textMessageHandler(text -> onMessage(Buffer.buffer(text.getBytes(StandardCharsets.UTF_8))));
        socket.closeHandler(done -> onClose());
        socket.exceptionHandler(this::broke);
        awaitHello();
    }

    /** A timer that comes late tells of a loop that is behind, and the page's hello may wait in it: the page gets its time again. */
    private void awaitHello() {
        long due = System.nanoTime() + 1_000_000L * HELLO_MILLIS;
        helloTimer = context.owner().setTimer(HELLO_MILLIS, id -> {
            if (System.nanoTime() - due > BEHIND_NANOS) {
                awaitHello();
            } else if (!helloSeen) {
                page.fail(1008, "hello", "no hello came within 5 s");
            }
        });
    }

    private void broke(Throwable e) {
        LOG.debug("socket failed", e);
        if (e instanceof CorruptedFrameException) {
            waste();
        }
    }

    /** This connection was for nothing; its address pays for it, once. */
    private void waste() {
        if (!wasted) {
            wasted = true;
            parts.conduct().wasted(address);
        }
    }

    private void onMessage(Buffer bytes) {
        if (page.closed()) {
            return;
        }
        if (bytes.length() > FrameCodec.MAX_MESSAGE) {
            parts.counts().lost(FrameCounts.Drop.MALFORMED);
            waste();
            page.fail(1009, "size", "a message may have " + FrameCodec.MAX_MESSAGE + " bytes");
            return;
        }
        try {
            take(FrameCodec.decode(bytes.getBytes()));
        } catch (MalformedFrameException e) {
            parts.counts().lost(FrameCounts.Drop.MALFORMED);
            waste();
            page.fail(1007, "malformed", e.getMessage() == null ? "unreadable" : e.getMessage());
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    private void take(ClientMessage message) {
        switch (message) {
            case Hello hello when helloSeen -> page.fail(1008, "hello", "hello came twice");
            case Hello hello -> greet(hello);
            case Frame frame
            when !helloSeen -> {
                parts.counts().lost(FrameCounts.Drop.NO_HELLO);
                waste();
                page.fail(1008, "hello", "a frame came before hello");
            }
            case Frame frame
            when session == null -> {
                if (early.size() == MOST_EARLY) {
                    page.fail(1008, "rate", "too many frames before welcome");
                } else {
                    early = early.isEmpty() ? new ArrayList<>() : early;
                    early.add(frame);
                }
            }
            case Frame frame -> intake.take(session, frame, new Answer(session, frame));
        }
    }

    private void greet(Hello hello) {
        helloSeen = true;
        context.owner().cancelTimer(helloTimer);
        parts.names()
                .named(hello, origin)
                .ifPresentOrElse(this::admit, () -> page.fail(1008, "token", "this page was never given that visit"));
    }

    private void admit(Hello hello) {
        switch (parts.admission().admit(hello, origin)) {
            case Admission.Result.UnknownKey u ->
                page.fail(4401, "key", "no site has this key; copy the snippet from the console again");
            case Admission.Result.OriginNotListed o ->
                page.fail(4403, "origin", o.origin() + " is not among the site's origins; add it in the console");
            case Admission.Result.Admitted admitted -> {
                visit = admitted.visit();
                parts.registry()
                        .claim(SessionRegistry.Key.of(admitted.visit()), this)
                        .onSuccess(before -> context.runOnContext(v -> welcome(hello, admitted, before)));
            }
        }
    }

    private void welcome(Hello hello, Admission.Result.Admitted admitted, Optional<Session> before) {
        if (page.closed()) {
            before.ifPresent(s -> parts.registry().release(SessionRegistry.Key.of(admitted.visit()), this, s));
            return;
        }
        Session opened = parts.session(admitted.visit(), before, address);
        session = opened;
        parts.sockets().add(admitted.visit().site(), this);
        page.welcome(parts.names().ticket(hello, origin), opened.durable(), admitted);
        List<Frame> waited = early;
        early = List.of();
        for (Frame frame : waited) {
            if (page.closed()) {
                return;
            }
            intake.take(opened, frame, new Answer(opened, frame));
        }
    }

    /** What goes back to the page for one frame. */
    private final class Answer implements FrameIntake.Reply {
        private final Session owned;
        private final Frame frame;

        Answer(Session owned, Frame frame) {
            this.owned = owned;
            this.frame = frame;
        }

        @Override
        public void settled(Outcome outcome) {
            if (!(outcome instanceof Outcome.Refused refused)) {
                page.acknowledge(owned);
                return;
            }
            switch (refused.reason()) {
                case CHANNEL_NOT_ALLOWED -> {
                    // an honest page, whose site was narrowed just now, does not send it again
                    owned.settled(frame.sequence());
                    page.fail(1008, "channel", "a channel was sent that this site or visitor does not allow");
                }
                case RATE ->
                    page.slowDown(1008, "rate", "more frames than a session, its address or its site may send");
                case CLOCK -> durable(null);
            }
        }

        @Override
        public void answered(Outcome outcome) {
            if (outcome instanceof Outcome.Shown hint) {
                Visit to = owned.pipeline().visit();
                page.hint(hint, to.language(), parts.defaultLanguage(to.site()));
            }
        }

        @Override
        public void durable(FrameCounts.@Nullable Drop drop) {
            if (drop == null) {
                owned.settled(frame.sequence());
                page.acknowledge(owned);
            } else if (!page.closed()) {
                parts.registry().discard(SessionRegistry.Key.of(owned.pipeline().visit()), FrameSocket.this);
                page.slowDown(1013, "overload", "the server cannot keep frames now; send again later");
            }
        }

        @Override
        public void failed(RuntimeException e) {
            FrameSocket.this.failed(e);
        }
    }

    private void failed(RuntimeException e) {
        LOG.error("a message was dropped by a defect", e);
        page.fail(1011, "internal", "the server has a defect; it is logged");
    }

    /** The site's settings changed: takes down hints that are gone, all of them when the site is suspended. */
    void settingsChanged(SiteSettings site) {
        context.runOnContext(v -> page.settingsChanged(site));
    }

    /** Closes because the server goes away; the page reconnects elsewhere or later. */
    Future<Void> drain() {
        Promise<Void> done = Promise.promise();
        context.runOnContext(v -> page.close(1012, "restart").onComplete(x -> done.complete()));
        return done.future();
    }

    @Override
    public Future<Optional<Session>> giveUp() {
        Promise<Optional<Session>> given = Promise.promise();
        context.runOnContext(v -> intake.settled(() -> {
            Optional<Session> mine = Optional.ofNullable(session);
            session = null;
            page.close(1000, "replaced");
            given.complete(mine);
        }));
        return given.future();
    }

    private void onClose() {
        page.cut();
        context.owner().cancelTimer(helloTimer);
        left.run();
        intake.settled(this::release);
    }

    private void release() {
        Visit was = visit;
        if (was != null) {
            parts.sockets().remove(was.site(), this);
            Session mine = session;
            session = null;
            if (mine != null) {
                parts.live().remove(was.session());
                parts.registry().release(SessionRegistry.Key.of(was), this, mine);
            }
        }
    }
}
