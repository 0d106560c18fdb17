package dev.rapport.analytics;

import dev.rapport.experiment.Assignment;
import dev.rapport.experiment.Experiment;
import dev.rapport.frame.Channel;
import dev.rapport.frame.EventKind;
import dev.rapport.frame.Frame;
import dev.rapport.frame.Signal;
import dev.rapport.frame.SignalKind;
import dev.rapport.frame.Summary;
import dev.rapport.frame.SummaryField;
import dev.rapport.frame.VisitorEvent;
import dev.rapport.hint.Action;
import dev.rapport.hint.Anchor;
import dev.rapport.hint.Hint;
import dev.rapport.hint.HintIntent;
import dev.rapport.hint.HintKind;
import dev.rapport.hint.HintText;
import dev.rapport.journal.JournalEntry;
import dev.rapport.pacing.Pacing;
import dev.rapport.pipeline.Outcome;
import dev.rapport.scoring.Score;
import dev.rapport.session.Device;
import dev.rapport.session.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Plays one visit: each method adds the next second's entry. Sequence n is second n, received n seconds after the visit
 * began; a late one is received with the one before it.
 */
public final class Script {
    /** When visits begin unless told otherwise: a full hour. */
    public static final Instant START = Instant.parse("2026-11-02T10:00:00Z");

    /** Every script's site. */
    public static final String SITE = "shop";

    private final List<JournalEntry> entries = new ArrayList<>();
    private final Visit visit;
    private int next = 1;
    private int latest;

    private Script(Visit visit) {
        this.visit = visit;
    }

    /** A visit whose unit is its session. */
    public static Script of(String session) {
        return of(session, session, false, START);
    }

    /** Any visit. */
    public static Script of(String session, String unit, boolean simulated, Instant start) {
        return new Script(new Visit(
                SITE, session, unit, Device.MOUSE, "en", false, Set.of(Channel.FRICTION), simulated, Map.of(), start));
    }

    /** A visit of a segment: its unit is its session. */
    public static Script of(String session, Device device, String language, boolean returning) {
        return new Script(new Visit(
                SITE, session, session, device, language, returning, Set.of(Channel.FRICTION), false, Map.of(), START));
    }

    /** What was played so far. */
    public List<JournalEntry> entries() {
        return List.copyOf(entries);
    }

    /** Leaves out numbers so that the next second is {@code second}. */
    public Script at(int second) {
        next = second;
        return this;
    }

    /** A second with a known score. */
    public Script scored(double probability) {
        return add(new Outcome.NoRuleMatched(known(probability)), List.of());
    }

    /** A second without a score. */
    public Script unknown() {
        return add(new Outcome.WarmingUp(new Score.Unknown("fewer than 5 active seconds")), List.of());
    }

    /** The visit would have seen {@code hint} but is in a control arm; unknown score. */
    public Script heldOut(String experiment, String variation, String hint) {
        return add(
                new Outcome.HeldOut(
                        new Score.Unknown("-"), match(hint), new Assignment(experiment, variation, true, false)),
                List.of());
    }

    /** {@code hint} goes to the page in an experiment's arm; unknown score. */
    public Script shown(String experiment, String variation, String hint) {
        return shown(new Assignment(experiment, variation, false, false), hint);
    }

    /** {@code hint} goes to the page because the query string forced the arm. */
    public Script forced(String experiment, String variation, String hint) {
        return shown(new Assignment(experiment, variation, false, true), hint);
    }

    /** {@code hint} goes to the page, no experiment; unknown score. */
    public Script sent(String hint) {
        return add(new Outcome.Shown(new Score.Unknown("-"), match(hint), null, hint(hint)), List.of());
    }

    /** {@code hint} goes to the page because of trouble at {@code element}; known score. */
    public Script shownAt(String element, String experiment, String variation, String hint, double score) {
        return add(
                new Outcome.Shown(
                        known(score),
                        new Outcome.Match("rule", hint, element),
                        new Assignment(experiment, variation, false, false),
                        hint(hint)),
                List.of());
    }

    /** A second with so many script errors; unknown score. */
    public Script errors(int errors) {
        int[] numbers = new int[SummaryField.COUNT];
        numbers[SummaryField.ERRORS.ordinal()] = errors;
        return addFrame(new Outcome.WarmingUp(new Score.Unknown("-")), Summary.of(numbers), List.of(), List.of(), "/");
    }

    private Script shown(Assignment assignment, String hint) {
        return add(new Outcome.Shown(new Score.Unknown("-"), match("called-for"), assignment, hint(hint)), List.of());
    }

    /** Pacing holds {@code hint} back; unknown score. */
    public Script paced(String hint, Pacing.Pause pause) {
        return add(new Outcome.Paced(new Score.Unknown("-"), match(hint), pause), List.of());
    }

    /** A second in which the page says something; unknown score. */
    public Script says(EventKind kind, String name, int value) {
        return says(List.of(new VisitorEvent(kind, name, value)));
    }

    /** A second in which the page says several things. */
    public Script says(List<VisitorEvent> events) {
        return addFrame(new Outcome.WarmingUp(new Score.Unknown("-")), List.of(), events, "/");
    }

    /** A second with signals on a page; unknown score. */
    public Script signals(String page, Signal... signals) {
        return addFrame(new Outcome.WarmingUp(new Score.Unknown("-")), List.of(signals), List.of(), page);
    }

    /** A signal of magnitude 3. */
    public static Signal signal(SignalKind kind, String element) {
        return new Signal(kind, element, 3);
    }

    /** An entry with any outcome. */
    public Script add(Outcome outcome, List<VisitorEvent> events) {
        return addFrame(outcome, List.of(), events, "/");
    }

    private Script addFrame(Outcome outcome, List<Signal> signals, List<VisitorEvent> events, String page) {
        return addFrame(outcome, Summary.EMPTY, signals, events, page);
    }

    private Script addFrame(
            Outcome outcome, Summary summary, List<Signal> signals, List<VisitorEvent> events, String page) {
        Frame frame = new Frame(next, next, page, Frame.VISIBLE, summary, signals, events);
        latest = Math.max(latest, next);
        entries.add(new JournalEntry(visit, frame, outcome, visit.startedAt().plusSeconds(latest)));
        next++;
        return this;
    }

    /** A known score of certainty 0.8. */
    public static Score known(double probability) {
        return new Score.Known(probability, 0.8, List.of());
    }

    /** A match of rule {@code rule}. */
    public static Outcome.Match match(String hint) {
        return new Outcome.Match("rule", hint, "");
    }

    /** A running experiment {@code test} with arms {@code control} and {@code b}, goal {@code order}. */
    public static Experiment experiment() {
        return experiment("test", START.minus(Duration.ofDays(1)));
    }

    /** The same with another id and start. */
    public static Experiment experiment(String id, Instant startedAt) {
        return new Experiment(
                id,
                "Test",
                "",
                "help",
                "",
                1,
                List.of(
                        new Experiment.Variation("control", "No hint", 0.5, null),
                        new Experiment.Variation("b", "Hint", 0.5, "help")),
                "order",
                Experiment.Status.RUNNING,
                startedAt);
    }

    private static Hint hint(String id) {
        return new Hint(
                id,
                "Help",
                HintKind.TOAST,
                HintIntent.EXPLAIN,
                new Anchor.Page(),
                new Action.Close(),
                Map.of("en", new HintText("", "Help", "", List.of())));
    }
}
