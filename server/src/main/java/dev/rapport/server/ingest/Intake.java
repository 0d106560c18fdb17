package dev.rapport.server.ingest;

import dev.rapport.frame.Channel;
import dev.rapport.frame.Frame;
import dev.rapport.journal.Journal;
import dev.rapport.pipeline.Admission;
import dev.rapport.pipeline.LiveSessions;
import dev.rapport.pipeline.SessionPipeline;
import dev.rapport.privacy.PrivacyGate;
import dev.rapport.scoring.Scorer;
import dev.rapport.session.Visit;
import dev.rapport.settings.SettingsStore;
import dev.rapport.settings.SiteSettings;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/**
 * What every connection of a server shares.
 *
 * @param admission who may open a visit
 * @param names who a page says it is
 * @param settings newest snapshots
 * @param scorer over the model in use
 * @param journal where taken frames go
 * @param counts how every frame ended
 * @param refusals who tells of refused frames
 * @param registry sessions between connections
 * @param sockets open connections
 * @param live what the console sees
 * @param crowd what visits may send together
 * @param conduct which addresses waste connections
 * @param framesPerSecond lasting rate of one session
 * @param clock server time
 */
record Intake(
        Admission admission,
        VisitNames names,
        SettingsStore settings,
        Scorer scorer,
        Journal journal,
        FrameCounts counts,
        RefusalLog refusals,
        SessionRegistry registry,
        OpenSockets sockets,
        LiveSessions live,
        Crowd crowd,
        Conduct conduct,
        int framesPerSecond,
        Clock clock) {
    private static final int FEWEST_AT_ONCE = 300;

    /** The session of a visit that was admitted over a connection from {@code address}: the one before, or a new one. */
    Session session(Visit visit, Optional<Session> before, String address) {
        Crowd.Share share = crowd.share(address, visit.site());
        before.ifPresent(session -> session.over(share));
        return before.orElseGet(() -> open(visit, share));
    }

    /** A frame of this visit held what it was not granted. */
    void tellOfForged(Visit visit, Frame frame) {
        Set<Channel> overstepped = settings.bySite(visit.site())
                .map(SiteSettings::privacy)
                .map(policy -> PrivacyGate.overstepped(frame, PrivacyGate.granted(policy, visit.channels())))
                .orElse(Set.of());
        refusals.refused(visit.site(), overstepped);
    }

    /** What a site's hints are in where the page's language is not among them. */
    String defaultLanguage(String site) {
        return settings.bySite(site).map(SiteSettings::defaultLanguage).orElse("en");
    }

    private Session open(Visit visit, Crowd.Share share) {
        SessionPipeline pipeline = new SessionPipeline(
                visit,
                () -> settings.bySite(visit.site())
                        .orElseThrow(() -> new IllegalStateException("site " + visit.site() + " is gone")),
                scorer,
                clock,
                0);
        int burst = Math.max(FEWEST_AT_ONCE, framesPerSecond);
        return new Session(pipeline, new Budget(burst, framesPerSecond, System.nanoTime()), share);
    }
}
