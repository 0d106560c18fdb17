package dev.rapport.server.ingest;

import dev.rapport.frame.Frame;
import dev.rapport.journal.Journal;
import dev.rapport.journal.JournalEntry;
import dev.rapport.journal.JournalFullException;
import dev.rapport.pipeline.LiveSessions;
import dev.rapport.pipeline.Outcome;
import dev.rapport.session.Visit;
import java.time.Clock;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one decoded frame of one session through pipeline and journal, and counts how it ended. The socket and the POST
 * fallback share it.
 */
final class FrameIntake {
    private static final Logger LOG = LoggerFactory.getLogger(FrameIntake.class);

    private final Journal journal;
    private final FrameCounts counts;
    private final LiveSessions live;
    private final Clock clock;

    FrameIntake(Journal journal, FrameCounts counts, LiveSessions live, Clock clock) {
        this.journal = journal;
        this.counts = counts;
        this.live = live;
        this.clock = clock;
    }

    FrameCounts counts() {
        return counts;
    }

    /** What the connection does next. */
    sealed interface Next {
        /** Nothing waits: the frame needs no disk. */
        record Settled(Outcome outcome) implements Next {}

        /** Acknowledge when {@code durable} completes; it completes with the drop that it led to, or null. */
        record Pending(Outcome outcome, CompletionStage<FrameCounts.Drop> durable) implements Next {}
    }

    /**
     * Runs on the session's event loop; never blocks.
     *
     * @throws RuntimeException by a defect; the frame is counted as dropped
     */
    Next take(Session session, Frame frame) {
        counts.received();
        if (!session.frames().take(System.nanoTime())) {
            counts.refused(Outcome.Refusal.RATE);
            return new Next.Settled(new Outcome.Refused(Outcome.Refusal.RATE));
        }
        Outcome outcome;
        try {
            outcome = session.pipeline().accept(frame);
        } catch (RuntimeException e) {
            counts.dropped(FrameCounts.Drop.INTERNAL);
            throw e;
        }
        switch (outcome) {
            case Outcome.Duplicate d -> {
                counts.duplicate();
                return new Next.Settled(outcome);
            }
            case Outcome.Refused r -> {
                counts.refused(r.reason());
                return new Next.Settled(outcome);
            }
            case Outcome.WarmingUp w -> {}
            case Outcome.NoRuleMatched n -> {}
            case Outcome.Paced p -> {}
            case Outcome.HeldOut h -> {}
            case Outcome.Shown s -> {}
        }
        Visit visit = session.pipeline().visit();
        live.update(visit, frame, outcome);
        return new Next.Pending(outcome, append(new JournalEntry(visit, frame, outcome, clock.instant())));
    }

    @SuppressWarnings("NullAway") // null is "no drop", as Next.Pending says
    private CompletionStage<FrameCounts.Drop> append(JournalEntry entry) {
        return journal.append(entry).handle((done, failure) -> {
            if (failure == null) {
                counts.stored();
                return null;
            }
            Throwable cause = failure instanceof CompletionException c && c.getCause() != null ? c.getCause() : failure;
            FrameCounts.Drop drop = cause instanceof JournalFullException
                    ? FrameCounts.Drop.JOURNAL_FULL
                    : FrameCounts.Drop.JOURNAL_FAILED;
            if (drop == FrameCounts.Drop.JOURNAL_FAILED) {
                LOG.error("the journal failed: {}", cause.getMessage());
            }
            counts.dropped(drop);
            return drop;
        });
    }
}
