package dev.rapport.server.ingest;

import dev.rapport.frame.Frame;
import dev.rapport.journal.JournalEntry;
import dev.rapport.journal.JournalFullException;
import dev.rapport.pipeline.Outcome;
import dev.rapport.pipeline.SessionPipeline;
import dev.rapport.scoring.Score;
import dev.rapport.scoring.Scorer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes decoded frames through pipeline and journal, and counts how each ended. One an event loop, on that loop only. What
 * comes in one turn of the loop is scored by one call of the model and appended to the journal in one piece; a visit has at most one
 * frame in it, so the order within a visit is that of arrival. The socket and the POST fallback share it.
 */
final class FrameIntake {
    private static final Logger LOG = LoggerFactory.getLogger(FrameIntake.class);
    private static final int MOST = 256;

    private final Intake parts;
    private final LoopTurn turn;
    private List<Waiting> waiting = new ArrayList<>();

    FrameIntake(Intake parts, LoopTurn turn) {
        this.parts = parts;
        this.turn = turn;
    }

    /** What becomes of one frame, told on the event loop: {@code settled} alone, or {@code answered} and later {@code durable}. */
    interface Reply {
        /** A duplicate or refused; nothing is written. */
        void settled(Outcome outcome);

        /** It was scored and goes to the journal. */
        void answered(Outcome outcome);

        /** It is on disk, or lost for the reason given. */
        void durable(FrameCounts.@Nullable Drop drop);

        /** A defect of ours; the frame is counted as dropped. */
        void failed(RuntimeException defect);
    }

    private record Waiting(Session session, Frame frame, Scorer.Question question, Reply reply) {}

    /** Takes one frame; never blocks. {@link #flush} ends the turn at the latest. */
    void take(Session session, Frame frame, Reply reply) {
        FrameCounts counts = parts.counts();
        counts.received();
        if (!session.maySend(System.nanoTime())) {
            settle(session, new Outcome.Refused(Outcome.Refusal.RATE), reply);
            return;
        }
        if (session.waiting()) {
            flush();
        }
        SessionPipeline.Step step;
        try {
            step = session.pipeline().begin(frame);
        } catch (RuntimeException e) {
            counts.dropped(FrameCounts.Drop.INTERNAL, 1);
            reply.failed(e);
            return;
        }
        switch (step) {
            case SessionPipeline.Step.Settled settled -> settle(session, settled.outcome(), reply);
            case SessionPipeline.Step.Asks asks -> {
                session.waiting(true);
                waiting.add(new Waiting(session, frame, asks.question(), reply));
                if (waiting.size() == MOST) {
                    flush();
                } else if (waiting.size() == 1) {
                    turn.atEnd(this::flush);
                }
            }
        }
    }

    private void settle(Session session, Outcome outcome, Reply reply) {
        if (outcome instanceof Outcome.Refused refused) {
            parts.counts().refused(refused.reason());
            if (refused.reason() == Outcome.Refusal.CHANNEL_NOT_ALLOWED) {
                parts.refusals().refused(session.pipeline().visit().site());
            }
        } else {
            parts.counts().duplicate();
        }
        reply.settled(outcome);
    }

    /** Scores, answers and writes all frames taken so far. A session may only leave this loop after it. */
    void flush() {
        if (waiting.isEmpty()) {
            return;
        }
        List<Waiting> now = waiting;
        waiting = new ArrayList<>();
        List<Scorer.Question> questions = new ArrayList<>(now.size());
        for (Waiting one : now) {
            questions.add(one.question());
        }
        List<Score> scores = parts.scorer().score(questions);
        Instant at = parts.clock().instant();
        List<JournalEntry> entries = new ArrayList<>(now.size());
        List<Reply> replies = new ArrayList<>(now.size());
        for (int i = 0; i < now.size(); i++) {
            answer(now.get(i), scores.get(i), at, entries, replies);
        }
        append(entries, replies);
    }

    private void answer(Waiting one, Score score, Instant at, List<JournalEntry> entries, List<Reply> replies) {
        one.session().waiting(false);
        SessionPipeline pipeline = one.session().pipeline();
        Outcome outcome;
        try {
            outcome = pipeline.finish(one.frame(), score);
        } catch (RuntimeException e) {
            parts.counts().dropped(FrameCounts.Drop.INTERNAL, 1);
            one.reply().failed(e);
            return;
        }
        parts.live().update(pipeline.visit(), one.frame(), outcome);
        entries.add(new JournalEntry(pipeline.visit(), one.frame(), outcome, at));
        replies.add(one.reply());
        try {
            one.reply().answered(outcome);
        } catch (RuntimeException e) {
            LOG.error("an outcome could not be sent", e);
        }
    }

    private void append(List<JournalEntry> entries, List<Reply> replies) {
        if (entries.isEmpty()) {
            return;
        }
        parts.journal().append(entries).whenComplete((done, failure) -> {
            FrameCounts.Drop drop = failure == null ? null : drop(failure);
            if (drop == null) {
                parts.counts().stored(entries.size());
            } else {
                parts.counts().dropped(drop, entries.size());
            }
            turn.hand(() -> replies.forEach(reply -> reply.durable(drop)));
        });
    }

    private static FrameCounts.Drop drop(Throwable failure) {
        Throwable cause = failure instanceof CompletionException c && c.getCause() != null ? c.getCause() : failure;
        if (cause instanceof JournalFullException) {
            return FrameCounts.Drop.JOURNAL_FULL;
        }
        LOG.error("the journal failed: {}", cause.getMessage());
        return FrameCounts.Drop.JOURNAL_FAILED;
    }
}
