package dev.rapport.pipeline;

import dev.rapport.experiment.Assigner;
import dev.rapport.experiment.Assignment;
import dev.rapport.experiment.Experiment;
import dev.rapport.feature.Baseline;
import dev.rapport.feature.FeatureVector;
import dev.rapport.feature.Window;
import dev.rapport.frame.Frame;
import dev.rapport.frame.VisitorEvent;
import dev.rapport.hint.Hint;
import dev.rapport.pacing.Pacing;
import dev.rapport.pacing.PacingState;
import dev.rapport.privacy.PrivacyGate;
import dev.rapport.rule.ResponseRule;
import dev.rapport.rule.RuleBook;
import dev.rapport.rule.Situation;
import dev.rapport.scoring.Score;
import dev.rapport.scoring.Scorer;
import dev.rapport.session.Visit;
import dev.rapport.settings.SiteSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A frame's whole life, top to bottom: duplicate check → privacy gate → window and baseline → model → score → response rule →
 * pacing → experiment → outcome. Pacing stands before the experiment, and a held-out visit uses pacing up too, so that every
 * arm is exposed at the same moments. One a visit, on one thread; nothing here blocks.
 */
public final class SessionPipeline {
    /** Seconds by which a page's clock may run ahead of the time since its first message. */
    private static final int CLOCK_SLACK = 30;

    private final Visit visit;
    private final Supplier<SiteSettings> settings;
    private final Scorer scorer;
    private final Clock clock;
    private final Window window = new Window();
    private final Baseline baseline = new Baseline();
    private final RuleBook rules = new RuleBook();
    private final PacingState pacing = new PacingState();
    private long lastSequence;
    private int firstSecond = -1;

    /**
     * A pipeline for one visit.
     *
     * @param visit whose frames
     * @param settings newest snapshot of the visit's site, read once a frame
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
        if (frame.sequence() <= lastSequence) {
            return new Outcome.Duplicate();
        }
        SiteSettings site = settings.get();
        if (PrivacyGate.oversteps(frame, PrivacyGate.granted(site.privacy(), visit.channels()))) {
            return new Outcome.Refused(Outcome.Refusal.CHANNEL_NOT_ALLOWED);
        }
        if (clockIsOff(frame)) {
            return new Outcome.Refused(Outcome.Refusal.CLOCK);
        }
        lastSequence = frame.sequence();
        window.add(frame);
        baseline.learn(frame);
        frame.events().forEach(this::hear);
        Score score = scorer.score(FeatureVector.of(window, baseline), window);
        return respond(site, frame, score);
    }

    private boolean clockIsOff(Frame frame) {
        if (firstSecond < 0) {
            firstSecond = frame.second();
        }
        long elapsed = Duration.between(visit.startedAt(), clock.instant()).toSeconds();
        return frame.second() - firstSecond > elapsed + CLOCK_SLACK || frame.second() < window.now() - Window.SECONDS;
    }

    private void hear(VisitorEvent event) {
        switch (event.kind()) {
            case HINT_DISMISSED -> pacing.dismiss(event.name());
            case HINT_EXPIRED -> pacing.giveBack(event.name());
            case MUTED -> pacing.silence();
            case HINT_SHOWN, HINT_ACTED, HINT_HELPED, SURVEY_ANSWER, CONVERSION, SELF_REPORT, HANDOFF -> {}
        }
    }

    private Outcome respond(SiteSettings site, Frame frame, Score score) {
        Situation situation = new Situation(visit, frame.page(), window, score);
        // A rule whose hint has had its turn makes room for the next one; what must wait for the moment does not.
        Optional<ResponseRule> open = rules.match(
                site.rules(),
                situation,
                rule -> site.hint(rule.hint()).isPresent()
                        && pacing.check(site.pacing(), rule.hint(), frame)
                                .filter(p -> p == Pacing.Pause.HINT_CAP || p == Pacing.Pause.SILENCED)
                                .isEmpty());
        Optional<ResponseRule> matched = open.isPresent()
                ? open
                : rules.match(
                        site.rules(), situation, rule -> site.hint(rule.hint()).isPresent());
        if (matched.isEmpty() || site.suspended()) {
            return score instanceof Score.Unknown unknown
                    ? new Outcome.WarmingUp(unknown)
                    : new Outcome.NoRuleMatched(score);
        }
        Hint hint = site.hint(matched.get().hint()).orElseThrow();
        Outcome.Match match = new Outcome.Match(matched.get().id(), hint.id(), window.troubledElement(10));
        Optional<Pacing.Pause> pause = pacing.check(site.pacing(), hint.id(), frame);
        if (pause.isPresent()) {
            return new Outcome.Paced(score, match, pause.get());
        }
        pacing.use(hint.id(), frame.second());
        return decide(site, score, match, hint);
    }

    private Outcome decide(SiteSettings site, Score score, Outcome.Match match, Hint hint) {
        Optional<Assignment> holdout = Assigner.holdout(site.site(), site.holdout(), visit);
        if (holdout.isPresent()) {
            return new Outcome.HeldOut(score, match, holdout.get());
        }
        Optional<Experiment> experiment = site.runningExperimentOn(hint.id());
        Optional<Assignment> assignment = experiment.flatMap(e -> Assigner.assign(e, visit));
        if (assignment.isEmpty()) {
            return new Outcome.Shown(score, match, null, hint);
        }
        if (assignment.get().control()) {
            return new Outcome.HeldOut(score, match, assignment.get());
        }
        Hint shown = experiment
                .flatMap(e -> e.variations().stream()
                        .filter(v -> v.key().equals(assignment.get().variation()))
                        .findFirst())
                .map(Experiment.Variation::hint)
                .flatMap(site::hint)
                .orElse(hint);
        return new Outcome.Shown(score, match, assignment.get(), shown);
    }
}
