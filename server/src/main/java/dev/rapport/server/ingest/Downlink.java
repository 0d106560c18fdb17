package dev.rapport.server.ingest;

import dev.rapport.pipeline.Admission;
import dev.rapport.pipeline.Outcome;
import dev.rapport.settings.SiteSettings;
import io.vertx.core.Future;
import io.vertx.core.http.ServerWebSocket;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What goes down to one page, and how its connection ends: once closed, nothing more. Belongs to the connection's event loop. */
final class Downlink {
    private static final Logger LOG = LoggerFactory.getLogger(Downlink.class);
    private static final int RETRY_SECONDS = 30;

    private final ServerWebSocket socket;
    private final LoopTurn turn;
    private final ShownHints shown = new ShownHints();
    private VisitNames.@Nullable Ticket ticket;
    private boolean ackDue;
    private boolean closed;

    Downlink(ServerWebSocket socket, LoopTurn turn) {
        this.socket = socket;
        this.turn = turn;
    }

    boolean closed() {
        return closed;
    }

    void welcome(VisitNames.Ticket given, long durable, Admission.Result.Admitted admitted) {
        ticket = given;
        say(Downstream.welcome(given.session(), durable, admitted));
    }

    void hint(Outcome.Shown hint, String language, String defaultLanguage) {
        if (!closed) {
            shown.add(hint.hint().id());
            say(Downstream.hint(hint, language, defaultLanguage));
        }
    }

    /** One acknowledgement for all frames that became durable in this turn of the event loop. */
    void acknowledge(Session owned) {
        if (!ackDue && !closed) {
            ackDue = true;
            turn.atEnd(() -> {
                ackDue = false;
                say(Downstream.ack(owned.durable()));
                VisitNames.Ticket own = ticket;
                if (own != null && own.due()) {
                    say(Downstream.token(own.session()));
                }
            });
        }
    }

    /** Takes down hints that are gone from the site, all of them when it is suspended. */
    void settingsChanged(SiteSettings site) {
        shown.gone(site).forEach(hint -> say(Downstream.withdraw(hint)));
    }

    /** Tells the page to come back later, and why. */
    void slowDown(int code, String word, String sentence) {
        say(Downstream.retry(RETRY_SECONDS));
        fail(code, word, sentence);
    }

    /** Says what is wrong and closes. */
    void fail(int code, String word, String sentence) {
        say(Downstream.error(word, sentence));
        close(code, word);
        LOG.debug("closed a socket: {} {}", word, sentence);
    }

    /** Closes without a word more than the reason; done when it is closed. */
    Future<Void> close(int code, String word) {
        if (closed) {
            return Future.succeededFuture();
        }
        closed = true;
        return socket.close((short) code, word);
    }

    /** The page closed it, or the line is cut. */
    void cut() {
        closed = true;
    }

    private void say(String message) {
        if (!closed) {
            socket.writeTextMessage(message);
        }
    }
}
