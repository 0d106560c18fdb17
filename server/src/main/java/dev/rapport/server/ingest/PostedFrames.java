package dev.rapport.server.ingest;

import dev.rapport.frame.ClientMessage;
import dev.rapport.frame.Frame;
import dev.rapport.frame.FrameCodec;
import dev.rapport.frame.Hello;
import dev.rapport.frame.MalformedFrameException;
import dev.rapport.pipeline.Admission;
import dev.rapport.pipeline.Outcome;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The fallback where no socket opens, and the beacon of a page that goes away: one array of hello and frames in, one JSON array
 * of downstream messages out. Takes the same way as {@link FrameSocket}; owns the session for the length of the request.
 */
final class PostedFrames {
    private static final Logger LOG = LoggerFactory.getLogger(PostedFrames.class);
    private static final int MOST = 301;
    private static final int RETRY_SECONDS = 30;

    private final Intake parts;
    private final FrameIntake intake;

    PostedFrames(Intake parts, FrameIntake intake) {
        this.parts = parts;
        this.intake = intake;
    }

    void handle(HttpServerRequest request, String address, Buffer body, Context context) {
        List<ClientMessage> messages;
        try {
            messages = FrameCodec.decodeBatch(body.getBytes(), MOST);
        } catch (MalformedFrameException e) {
            parts.counts().lost(FrameCounts.Drop.MALFORMED);
            answer(request, 400, List.of(Downstream.error("malformed", String.valueOf(e.getMessage()))));
            return;
        }
        if (messages.isEmpty() || !(messages.getFirst() instanceof Hello hello)) {
            answer(request, 400, List.of(Downstream.error("hello", "the first message must be hello")));
            return;
        }
        Optional<Hello> named = parts.names().named(hello, request.getHeader("Origin"));
        if (named.isEmpty()) {
            answer(request, 403, List.of(Downstream.error("token", "this page was never given that visit")));
            return;
        }
        switch (parts.admission().admit(named.get(), request.getHeader("Origin"))) {
            case Admission.Result.UnknownKey u ->
                answer(request, 401, List.of(Downstream.error("key", "no site has this key")));
            case Admission.Result.OriginNotListed o ->
                answer(
                        request,
                        403,
                        List.of(Downstream.error("origin", o.origin() + " is not among the site's origins")));
            case Admission.Result.Admitted admitted -> {
                Owner owner = new Owner(parts.names()
                        .ticket(named.get(), request.getHeader("Origin"))
                        .session());
                parts.registry()
                        .claim(SessionRegistry.Key.of(admitted.visit()), owner)
                        .onSuccess(before -> context.runOnContext(
                                v -> guarded(request, address, owner, admitted, before, messages)));
            }
        }
    }

    /** A defect of ours costs this request its answer's content, never the session's next owner its turn. */
    private void guarded(
            HttpServerRequest request,
            String address,
            Owner owner,
            Admission.Result.Admitted admitted,
            Optional<Session> before,
            List<ClientMessage> messages) {
        try {
            take(request, address, owner, admitted, before, messages);
        } catch (RuntimeException e) {
            failed(request, owner, admitted, e);
        }
    }

    private void failed(
            HttpServerRequest request, Owner owner, Admission.Result.Admitted admitted, RuntimeException defect) {
        LOG.error("posted frames were dropped by a defect", defect);
        parts.registry().discard(SessionRegistry.Key.of(admitted.visit()), owner);
        owner.ended.tryComplete(Optional.empty());
        answer(request, 500, List.of(Downstream.error("internal", "the server has a defect; it is logged")));
    }

    private void take(
            HttpServerRequest request,
            String address,
            Owner owner,
            Admission.Result.Admitted admitted,
            Optional<Session> before,
            List<ClientMessage> messages) {
        Session session = parts.session(admitted.visit(), before, address);
        Answers answers = new Answers(request, owner, admitted, session);
        for (ClientMessage message : messages.subList(1, messages.size())) {
            if (!(message instanceof Frame frame) || answers.limited) {
                break; // a second hello, or too many; what came before counts
            }
            answers.open++;
            intake.take(session, frame, answers.to(frame));
        }
        intake.settled(answers::allTaken);
    }

    /** Collects what goes back for one request, and answers when the last of its frames is on disk or lost. */
    private final class Answers {
        private final HttpServerRequest request;
        private final Owner owner;
        private final Admission.Result.Admitted admitted;
        private final Session session;
        private final List<String> out = new ArrayList<>();
        private boolean limited;
        private boolean forged;
        private boolean lost;
        private @Nullable RuntimeException defect;
        private boolean taken;
        private int open;

        Answers(HttpServerRequest request, Owner owner, Admission.Result.Admitted admitted, Session session) {
            this.request = request;
            this.owner = owner;
            this.admitted = admitted;
            this.session = session;
        }

        FrameIntake.Reply to(Frame frame) {
            return new FrameIntake.Reply() {
                @Override
                public void settled(Outcome outcome) {
                    if (outcome instanceof Outcome.Refused refused) {
                        switch (refused.reason()) {
                            case RATE -> limited = true;
                            case CHANNEL_NOT_ALLOWED -> {
                                forged = true;
                                session.settled(frame.sequence());
                            }
                            case CLOCK -> session.settled(frame.sequence());
                        }
                    }
                    ended();
                }

                @Override
                public void answered(Outcome outcome) {
                    if (outcome instanceof Outcome.Shown shown) {
                        out.add(Downstream.hint(
                                shown,
                                admitted.visit().language(),
                                admitted.site().defaultLanguage()));
                    }
                }

                @Override
                public void durable(FrameCounts.@Nullable Drop drop) {
                    if (drop == null) {
                        session.settled(frame.sequence());
                    } else {
                        lost = true;
                    }
                    ended();
                }

                @Override
                public void failed(RuntimeException e) {
                    defect = e;
                    ended();
                }
            };
        }

        void allTaken() {
            taken = true;
            answerIfDone();
        }

        private void ended() {
            open--;
            answerIfDone();
        }

        private void answerIfDone() {
            if (!taken || open > 0) {
                return;
            }
            if (defect != null) {
                failed(request, owner, admitted, defect);
                return;
            }
            end(owner, session, lost);
            out.addFirst(Downstream.ack(session.durable()));
            out.addFirst(Downstream.welcome(owner.token, session.durable(), admitted));
            if (lost || limited) {
                out.add(Downstream.retry(RETRY_SECONDS));
            }
            if (forged) {
                out.add(Downstream.error("channel", "a channel was sent that this site or visitor does not allow"));
            }
            answer(request, forged ? 403 : lost ? 503 : limited ? 429 : 200, out);
        }
    }

    private void end(Owner owner, Session session, boolean failed) {
        SessionRegistry.Key key = SessionRegistry.Key.of(session.pipeline().visit());
        if (failed) {
            parts.registry().discard(key, owner);
        } else {
            parts.registry().release(key, owner, session);
        }
        owner.ended.tryComplete(failed ? Optional.empty() : Optional.of(session));
    }

    private static void answer(HttpServerRequest request, int status, List<String> messages) {
        if (status == 429 || status == 503) {
            request.response().putHeader("Retry-After", Integer.toString(RETRY_SECONDS));
        }
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end("[" + String.join(",", messages) + "]");
    }

    /** Owns a session until its request is answered. */
    private static final class Owner implements SessionRegistry.Owner {
        private final Promise<Optional<Session>> ended = Promise.promise();
        private final String token;

        Owner(String token) {
            this.token = token;
        }

        @Override
        public Future<Optional<Session>> giveUp() {
            return ended.future();
        }
    }
}
