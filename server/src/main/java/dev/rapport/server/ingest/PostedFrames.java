package dev.rapport.server.ingest;

import dev.rapport.frame.ClientMessage;
import dev.rapport.frame.Frame;
import dev.rapport.frame.FrameCodec;
import dev.rapport.frame.Hello;
import dev.rapport.frame.MalformedFrameException;
import dev.rapport.pipeline.Admission;
import dev.rapport.pipeline.Outcome;
import dev.rapport.settings.SiteSettings;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The fallback where no socket opens, and the beacon of a page that goes away: one array of hello and frames in, one JSON array
 * of downstream messages out. Takes the same way as {@link FrameSocket}; owns the session for the length of the request.
 */
final class PostedFrames {
    private static final Logger LOG = LoggerFactory.getLogger(PostedFrames.class);
    private static final int MOST = 301;

    private final Intake parts;

    PostedFrames(Intake parts) {
        this.parts = parts;
    }

    void handle(HttpServerRequest request, Buffer body, Context context) {
        List<ClientMessage> messages;
        try {
            messages = FrameCodec.decodeBatch(body.getBytes(), MOST);
        } catch (MalformedFrameException e) {
            parts.intake().counts().received();
            parts.intake().counts().dropped(FrameCounts.Drop.MALFORMED);
            answer(request, 400, List.of(Downstream.error("malformed", String.valueOf(e.getMessage()))));
            return;
        }
        if (messages.isEmpty() || !(messages.getFirst() instanceof Hello hello)) {
            answer(request, 400, List.of(Downstream.error("hello", "the first message must be hello")));
            return;
        }
        switch (parts.admission().admit(hello, request.getHeader("Origin"))) {
            case Admission.Result.UnknownKey u ->
                answer(request, 401, List.of(Downstream.error("key", "no site has this key")));
            case Admission.Result.OriginNotListed o ->
                answer(
                        request,
                        403,
                        List.of(Downstream.error("origin", o.origin() + " is not among the site's origins")));
            case Admission.Result.Admitted admitted -> {
                Owner owner = new Owner();
                parts.registry()
                        .claim(SessionRegistry.key(admitted.visit()), owner)
                        .onSuccess(before -> context.runOnContext(
                                v -> guarded(request, context, owner, admitted, before, messages)));
            }
        }
    }

    /** A defect of ours costs this request its answer's content, never the session's next owner its turn. */
    private void guarded(
            HttpServerRequest request,
            Context context,
            Owner owner,
            Admission.Result.Admitted admitted,
            Optional<Session> before,
            List<ClientMessage> messages) {
        try {
            take(request, context, owner, admitted, before, messages);
        } catch (RuntimeException e) {
            LOG.error("posted frames were dropped by a defect", e);
            parts.registry().discard(SessionRegistry.key(admitted.visit()), owner);
            owner.ended.tryComplete(Optional.empty());
            answer(request, 500, List.of(Downstream.error("internal", "the server has a defect; it is logged")));
        }
    }

    private void take(
            HttpServerRequest request,
            Context context,
            Owner owner,
            Admission.Result.Admitted admitted,
            Optional<Session> before,
            List<ClientMessage> messages) {
        Session session = before.orElseGet(() -> parts.open(admitted.visit()));
        List<String> out = new ArrayList<>();
        List<CompletableFuture<?>> pending = new ArrayList<>();
        boolean[] failed = {false};
        boolean limited = false;
        for (ClientMessage message : messages.subList(1, messages.size())) {
            if (!(message instanceof Frame frame)) {
                break; // a second hello; what came before it counts
            }
            if (limited) {
                break;
            }
            switch (parts.intake().take(session, frame)) {
                case FrameIntake.Next.Settled s -> {
                    if (s.outcome() instanceof Outcome.Refused refused) {
                        limited |= refused.reason() == Outcome.Refusal.RATE;
                        if (!limited) {
                            session.settled(frame.sequence());
                        }
                    }
                }
                case FrameIntake.Next.Pending p -> {
                    if (p.outcome() instanceof Outcome.Shown shown) {
                        out.add(Downstream.hint(
                                shown,
                                admitted.visit().language(),
                                admitted.site().defaultLanguage()));
                    }
                    pending.add(p.durable()
                            .thenAccept(drop -> {
                                if (drop == null) {
                                    session.settled(frame.sequence());
                                } else {
                                    failed[0] = true;
                                }
                            })
                            .toCompletableFuture());
                }
            }
        }
        int status = limited ? 429 : 200;
        CompletableFuture.allOf(pending.toArray(CompletableFuture[]::new))
                .whenComplete((done, e) -> context.runOnContext(v -> {
                    end(owner, session, failed[0]);
                    out.addFirst(Downstream.ack(session.durable()));
                    out.addFirst(welcome(admitted, session));
                    if (failed[0] || status == 429) {
                        out.add(Downstream.retry(30));
                    }
                    answer(request, failed[0] ? 503 : status, out);
                }));
    }

    private static String welcome(Admission.Result.Admitted admitted, Session session) {
        SiteSettings site = admitted.site();
        return Downstream.welcome(session.durable(), admitted.visit().channels(), site.suspended());
    }

    private void end(Owner owner, Session session, boolean failed) {
        String key = SessionRegistry.key(session.pipeline().visit());
        if (failed) {
            parts.registry().discard(key, owner);
        } else {
            parts.registry().release(key, owner, session);
        }
        owner.ended.tryComplete(failed ? Optional.empty() : Optional.of(session));
    }

    private static void answer(HttpServerRequest request, int status, List<String> messages) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end("[" + String.join(",", messages) + "]");
    }

    /** Owns a session until its request is answered. */
    private static final class Owner implements SessionRegistry.Owner {
        private final Promise<Optional<Session>> ended = Promise.promise();

        @Override
        public Future<Optional<Session>> giveUp() {
            return ended.future();
        }
    }
}
