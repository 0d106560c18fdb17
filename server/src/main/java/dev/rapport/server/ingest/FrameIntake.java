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
 * comes in one turn of the loop is scored in rounds, one call of the model each, and appended to the journal in one piece. A visit has
 * at most one frame in a round, so the order within a visit is that of arrival. The socket and the POST fallback share it.
 */
final class FrameIntake {
    private static final Logger LOG = LoggerFactory.getLogger(FrameIntake.class);
    private static final int MOST = 256;

    /** Outcomes in one piece for the journal, about; written while their frames are still in the processor's cache. */
    private static final int PIECE = 256;

    /** Frames that wait for the end of the turn at most: a few megabytes, however much was readable. */
    private static final int MOST_WAITING = 1_024;

    private final Intake parts;
    private final LoopTurn turn;
    private final List<Runnable> afterFlush = new ArrayList<>();
    private List<Waiting> round = new ArrayList<>();
    private int waiting;
    private boolean flushing;

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

    /** A frame that was asked about. */
    private record Waiting(Arrived arrived, Scorer.Question question) {}

    /** A frame as it came. */
    record Arrived(Session session, Frame frame, Reply reply) {}

    /** Takes one frame; never blocks. The end of the turn scores it at the latest. */
    void take(Session session, Frame frame, Reply reply) {
        parts.counts().received();
        if (!session.maySend(System.nanoTime())) {
            settle(new Outcome.Refused(Outcome.Refusal.RATE), reply);
            return;
        }
        Arrived arrived = new Arrived(session, frame, reply);
        waiting++;
        if (session.busy()) {
            session.later(arrived);
        } else {
            if (round.isEmpty()) {
                turn.atEnd(this::flush);
            }
            begin(arrived);
        }
        if (round.size() == MOST || waiting >= MOST_WAITING) {
            flush();
        }
    }

    private void begin(Arrived arrived) {
        SessionPipeline.Step step;
        try {
            step = arrived.session().pipeline().begin(arrived.frame());
        } catch (RuntimeException e) {
            parts.counts().dropped(FrameCounts.Drop.INTERNAL, 1);
            arrived.reply().failed(e);
            return;
        }
        switch (step) {
            case SessionPipeline.Step.Settled settled -> {
                if (settled.outcome() instanceof Outcome.Refused(Outcome.Refusal reason)
                        && reason == Outcome.Refusal.CHANNEL_NOT_ALLOWED) {
                    parts.tellOfForged(arrived.session().pipeline().visit(), arrived.frame());
                }
                settle(settled.outcome(), arrived.reply());
            }
            case SessionPipeline.Step.Asks asks -> {
                arrived.session().busy(true);
                round.add(new Waiting(arrived, asks.question()));
            }
        }
    }

    private void settle(Outcome outcome, Reply reply) {
        if (outcome instanceof Outcome.Refused refused) {
            parts.counts().refused(refused.reason());
        } else {
            parts.counts().duplicate();
        }
        reply.settled(outcome);
    }

    /** Runs {@code then} once all frames taken so far have their answers: a session may only leave this loop after it. */
    void settled(Runnable then) {
        afterFlush.add(then);
        flush();
    }

    /** Scores, answers and writes all frames taken so far. An answer may end a connection, which comes back here. */
    private void flush() {
        if (flushing) {
            return;
        }
        flushing = true;
        try {
            List<JournalEntry> entries = new ArrayList<>(round.size());
            List<Reply> replies = new ArrayList<>(round.size());
            while (!round.isEmpty()) {
                List<Waiting> now = round;
                round = new ArrayList<>();
                score(now, entries, replies);
                if (entries.size() >= PIECE) {
                    append(entries, replies);
                    entries = new ArrayList<>(now.size());
                    replies = new ArrayList<>(now.size());
                }
                for (Waiting one : now) {
                    next(one.arrived().session());
                }
            }
            append(entries, replies);
        } finally {
            flushing = false;
            waiting = 0;
        }
        List<Runnable> after = List.copyOf(afterFlush);
        afterFlush.clear();
        after.forEach(Runnable::run);
    }

    /** The visit's next frame that makes it to the model joins the round after this one. */
    private void next(Session session) {
        for (Arrived later = session.next(); later != null; later = session.next()) {
            begin(later);
            if (session.busy()) {
                return;
            }
        }
    }

    private void score(List<Waiting> now, List<JournalEntry> entries, List<Reply> replies) {
        List<Scorer.Question> questions = new ArrayList<>(now.size());
        for (Waiting one : now) {
            questions.add(one.question());
        }
        List<Score> scores = parts.scorer().score(questions);
        Instant at = parts.clock().instant();
        for (int i = 0; i < now.size(); i++) {
            answer(now.get(i).arrived(), scores.get(i), at, entries, replies);
        }
    }

    private void answer(Arrived one, Score score, Instant at, List<JournalEntry> entries, List<Reply> replies) {
        one.session().busy(false);
        SessionPipeline pipeline = one.session().pipeline();
        Outcome outcome;
        try {
            outcome = pipeline.finish(one.frame(), score);
        } catch (RuntimeException e) {
            parts.counts().dropped(FrameCounts.Drop.INTERNAL, 1);
            one.reply().failed(e);
            return;
        }
        parts.live().update(pipeline.visit(), one.frame(), outcome, at);
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
