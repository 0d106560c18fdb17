package dev.rapport.journal;

import dev.rapport.frame.Frame;
import dev.rapport.pipeline.Outcome;
import dev.rapport.session.Visit;
import java.time.Instant;

/**
 * One accepted frame with what became of it: all that analytics reads.
 *
 * @param visit whose
 * @param frame what the page said
 * @param outcome what the pipeline decided
 * @param receivedAt server time
 */
public record JournalEntry(Visit visit, Frame frame, Outcome outcome, Instant receivedAt) {}
