package dev.rapport.pipeline;

import dev.rapport.evidence.Fusion;
import dev.rapport.experiment.Assigner;
import dev.rapport.experiment.Assignment;
import dev.rapport.experiment.Experiment;
import dev.rapport.feature.Baseline;
import dev.rapport.feature.Window;
import dev.rapport.frame.Channel;
import dev.rapport.frame.Frame;
import dev.rapport.frame.VisitorEvent;
import dev.rapport.hint.Hint;
import dev.rapport.hint.HintKind;
import dev.rapport.learning.Adjustment;
import dev.rapport.pacing.Pacing;
import dev.rapport.pacing.PacingState;
import dev.rapport.privacy.PrivacyGate;
import dev.rapport.privacy.PrivacyPolicy;
import dev.rapport.rule.ResponseRule;
import dev.rapport.rule.RuleBook;
import dev.rapport.rule.Situation;
import dev.rapport.scoring.Score;
import dev.rapport.scoring.Scorer;
import dev.rapport.session.Visit;
import dev.rapport.settings.SiteSettings;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A frame's whole life, top to bottom: duplicate check → privacy gate → window and baseline → model → senses → the site's
 * calibration → response rule → pacing → experiment → outcome. Pacing stands before the experiment, and a held-out visit uses pacing up too, so that every
 * arm is exposed at the same moments. One a visit, on one thread; nothing here blocks.
 */
public final class SessionPipeline {
    /** Seconds for which a signal's element counts as the troubled one. */
    private static final int TROUBLED_SECONDS = 10;

    /** Value of a self-report that says all is well. */
    private static final int FINE = 0;

    private static final Step DUPLICATE = new Step.Settled(new Outcome.Duplicate());

    private final Visit visit;
    private final Supplier<SiteSettings> settings;
    private final Scorer scorer;
    private final Clock clock;
    private final Window window = new Window();
    private final Baseline baseline = new Baseline();
    private final RuleBook rules = new RuleBook();
    /** A hint held back for one of these lets the next rule have its turn; one that waits for its moment does not. */
    private static final Set<Pacing.Pause> MAKES_ROOM =
            EnumSet.of(Pacing.Pause.HINT_CAP, Pacing.Pause.SILENCED, Pacing.Pause.TOO_FORWARD);

    private final PacingState pacing = new PacingState();
    private final FrameClock frameClock;
    private Set<Channel> granted = Set.of();
    private @Nullable PrivacyPolicy grantedBy;
    private long lastSequence;

    /**
     * A pipeline for one visit.
     *
     * @param visit whose frames
     * @param settings newest snapshot of the visit's site
     * @param scorer shared by all visits
     * @param clock server time
     * @param lastSequence highest sequence already counted, 0 for a new visit
     */
    public SessionPipeline(
            Visit visit, Supplier<SiteSettings> settings, Scorer scorer, Clock clock, long lastSequence) {
        this.visit = visit;
        this.settings = settings;
        this.scorer = scorer;
        this.clock = clock;
        this.lastSequence = lastSequence;
        this.frameClock = new FrameClock(clock.millis());
    }

    /** The visit this pipeline belongs to. */
    public Visit visit() {
        return visit;
    }

    /** Highest sequence accepted. */
    public long lastSequence() {
        return lastSequence;
    }

    /** Takes in one frame and says what became of it. */
    public Outcome accept(Frame frame) {
        return switch (begin(frame)) {
            case Step.Settled settled -> settled.outcome();
            case Step.Asks asks -> finish(frame, scorer.score(asks.question()));
        };
    }

    /** How far a frame came before the model is asked. */
    public sealed interface Step {
        /** To its end: a duplicate or refused. */
        record Settled(Outcome outcome) implements Step {}

        /** Taken in; {@link #finish} follows with the answer, before the visit's next frame. */
        record Asks(Scorer.Question question) implements Step {}
    }

    /** The first half of {@link #accept}, so that a server can ask the model for many visits at once. */
    public Step begin(Frame frame) {
        if (frame.sequence() <= lastSequence) {
            return DUPLICATE;
        }
        SiteSettings site = settings.get();
        if (PrivacyGate.oversteps(frame, granted(site.privacy()))) {
            return new Step.Settled(new Outcome.Refused(Outcome.Refusal.CHANNEL_NOT_ALLOWED));
        }
        Optional<Outcome.Refusal> offPace = frameClock.check(frame, clock.millis());
        if (offPace.isPresent()) {
            return new Step.Settled(new Outcome.Refused(offPace.get()));
        }
        lastSequence = frame.sequence();
        window.add(frame);
        baseline.learn(frame);
        for (VisitorEvent event : frame.events()) {
            hear(event, frame.second());
        }
        return new Step.Asks(Scorer.question(window, baseline));
    }

    /** The second half of {@link #accept}: score → senses → the site's calibration → response rule → pacing → experiment → outcome. */
    public Outcome finish(Frame frame, Score score) {
        SiteSettings site = settings.get();
        Adjustment learned = site.learned();
        Score fused = window.senses()
                ? Fusion.fuse(score, window, granted(site.privacy()), learned::weight)
                : score; // most visits: nothing more is made for them
        return respond(site, frame, learned.apply(fused));
    }

    /** Recomputed only when the site's policy changed. */
    private Set<Channel> granted(PrivacyPolicy policy) {
        if (policy != grantedBy) {
            grantedBy = policy;
            granted = PrivacyGate.granted(policy, visit.channels());
        }
        return granted;
    }

    private void hear(VisitorEvent event, int second) {
        switch (event.kind()) {
            case HINT_SHOWN -> pacing.seen(event.name());
            case HINT_EXPIRED -> pacing.giveBack(event.name());
            case HINT_DISMISSED -> pacing.dismiss(event.name());
            case HINT_ACTED, SURVEY_ANSWER, HANDOFF -> pacing.settle(event.name());
            case MUTED -> pacing.silence();
            case SELF_REPORT -> {
                if (event.value() == FINE) {
                    pacing.rest(second);
                }
            }
            case HINT_HELPED, CONVERSION -> {}
        }
    }

    private Outcome respond(SiteSettings site, Frame frame, Score score) {
        Outcome outcome =
                score instanceof Score.Unknown u ? new Outcome.WarmingUp(u) : new Outcome.NoRuleMatched(score);
        Situation situation = new Situation(visit, frame.page(), window, score);
        for (ResponseRule rule : rules.matching(site.suspended() ? List.of() : site.rules(), situation)) {
            Hint hint = site.hint(rule.hint()).orElse(null);
            if (hint == null) {
                continue;
            }
            Outcome.Match match = new Outcome.Match(rule.id(), hint.id(), window.troubledElement(TROUBLED_SECONDS));
            Optional<Pacing.Pause> pause = hint.kind() == HintKind.DIALOG && pacing.untouched()
                    ? Optional.of(Pacing.Pause.TOO_FORWARD)
                    : pacing.check(site.pacing(), hint.id(), frame);
            if (pause.isEmpty()) {
                pacing.use(hint.id(), frame.second());
                return decide(site, score, match, hint);
            }
            if (!MAKES_ROOM.contains(pause.get())) {
                return new Outcome.Paced(score, match, pause.get());
            }
            // A hint that has had its turn, or is not the first to speak, makes room for the next rule.
            outcome = outcome instanceof Outcome.Paced ? outcome : new Outcome.Paced(score, match, pause.get());
        }
        return outcome;
    }

    private Outcome decide(SiteSettings site, Score score, Outcome.Match match, Hint hint) {
        Optional<Assignment> holdout = Assigner.holdout(site.site(), site.holdout(), visit);
        if (holdout.isPresent()) {
            return new Outcome.HeldOut(score, match, holdout.get());
        }
        Optional<Experiment> experiment = site.runningExperimentOn(hint.id());
        Assignment assignment =
                experiment.flatMap(e -> Assigner.assign(e, visit)).orElse(null);
        if (assignment != null && assignment.control()) {
            return new Outcome.HeldOut(score, match, assignment);
        }
        Hint shown = assignment == null
                ? hint
                : experiment
                        .flatMap(e -> e.hintOf(assignment))
                        .flatMap(site::hint)
                        .orElse(hint);
        pacing.sent(hint.id(), shown.id());
        return new Outcome.Shown(score, match, assignment, shown);
    }
}
