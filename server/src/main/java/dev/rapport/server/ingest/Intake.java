package dev.rapport.server.ingest;

import dev.rapport.journal.Journal;
import dev.rapport.pipeline.Admission;
import dev.rapport.pipeline.LiveSessions;
import dev.rapport.pipeline.SessionPipeline;
import dev.rapport.scoring.Scorer;
import dev.rapport.session.Visit;
import dev.rapport.settings.SettingsStore;
import java.time.Clock;

/**
 * What every connection of a server shares.
 *
 * @param admission who may open a visit
 * @param settings newest snapshots
 * @param scorer over the model in use
 * @param journal where taken frames go
 * @param counts how every frame ended
 * @param registry sessions between connections
 * @param sockets open connections
 * @param live what the console sees
 * @param framesPerSecond lasting rate of one session
 * @param clock server time
 */
record Intake(
        Admission admission,
        SettingsStore settings,
        Scorer scorer,
        Journal journal,
        FrameCounts counts,
        SessionRegistry registry,
        OpenSockets sockets,
        LiveSessions live,
        int framesPerSecond,
        Clock clock) {
    private static final int FEWEST_AT_ONCE = 300;

    /** A new session for a visit that nothing is known of. */
    Session open(Visit visit) {
        SessionPipeline pipeline = new SessionPipeline(
                visit,
                () -> settings.bySite(visit.site())
                        .orElseThrow(() -> new IllegalStateException("site " + visit.site() + " is gone")),
                scorer,
                clock,
                0);
        int burst = Math.max(FEWEST_AT_ONCE, framesPerSecond);
        return new Session(pipeline, new TokenBucket(burst, framesPerSecond, System.nanoTime()));
    }
}
